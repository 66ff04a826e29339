Bun.serve({
  port: process.env.PORT,
  hostname: '127.0.0.1',
  fetch: request => (new URL(request.url).pathname === '/json' ? Response.json({ message: 'Hello, World!' }) : new Response('Hello, World!')),
});
