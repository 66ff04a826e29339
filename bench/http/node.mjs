import { createServer } from 'node:http';

createServer((request, response) => {
  if (request.url === '/json') {
    const body = JSON.stringify({ message: 'Hello, World!' });
    response.writeHead(200, { 'Content-Type': 'application/json', 'Content-Length': body.length }).end(body);
    return;
  }
  response.writeHead(200, { 'Content-Type': 'text/plain', 'Content-Length': 13 }).end('Hello, World!');
}).listen(process.env.PORT, '127.0.0.1');
