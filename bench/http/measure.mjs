// Starts a server on a free port, asks until it answers, loads it, and reads what it used from /proc.
import { spawn, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';

const seconds = 3;
const ticksPerSecond = Number(spawnSync('getconf', ['CLK_TCK'], { encoding: 'utf8' }).stdout);

function freePort() {
  return new Promise(resolve => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

// schedstat counts nanoseconds, but of one thread each; they are few here.
function cpuMilliseconds(pid) {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ');
  return ((Number(fields[11]) + Number(fields[12])) * 1000) / ticksPerSecond;
}

function residentMegabytes(pid) {
  return Number(readFileSync(`/proc/${pid}/status`, 'utf8').match(/VmRSS:\s+(\d+)/)[1]) / 1024;
}

async function waitFor(url, expected) {
  for (let i = 0; i < 2000; i++) {
    try {
      const response = await fetch(url, { headers: { connection: 'close' } });
      const text = await response.text();
      if (response.status !== 200 || !text.includes(expected)) throw new Error(`${url} answers ${response.status} ${text}`);
      return;
    } catch (error) {
      if (error.cause?.code !== 'ECONNREFUSED') throw error;
      await new Promise(resolve => setTimeout(resolve, 2));
    }
  }
  throw new Error(`${url} does not answer`);
}

export async function measureServer(command, name) {
  const port = await freePort();
  const [file, ...args] = command(port);
  const server = spawn('taskset', ['-c', '0', file, ...args], { stdio: 'ignore', env: { ...process.env, PORT: String(port) } });
  try {
    const url = `http://127.0.0.1:${port}/${name === 'json' ? 'json' : 'plaintext'}`;
    await waitFor(url, 'Hello, World!');
    const firstCpu = cpuMilliseconds(server.pid), idle = residentMegabytes(server.pid);
    const load = ['-c', '1', 'wrk', '-t1', '-c64', `-d${seconds}s`, '--latency', ...(name === 'short' ? ['-H', 'Connection: close'] : []), url];
    const text = await new Promise((resolve, reject) => {
      let output = '';
      const wrk = spawn('taskset', load);
      wrk.stdout.on('data', data => (output += data));
      wrk.on('error', reject).on('close', () => resolve(output));
    });
    const requests = Number(text.match(/(\d+) requests in/)[1]);
    const [, p99, unit] = text.match(/99%\s+([\d.]+)(us|ms|s)/);
    if (/Non-2xx/.test(text)) throw new Error(`${file} failed under load\n${text}`);
    return {
      microseconds: ((cpuMilliseconds(server.pid) - firstCpu) * 1000) / requests,
      perSecond: Number(text.match(/Requests\/sec:\s+([\d.]+)/)[1]),
      p99: Number(p99) * { us: 0.001, ms: 1, s: 1000 }[unit],
      firstCpu,
      idle,
      loaded: residentMegabytes(server.pid),
    };
  } finally {
    server.kill('SIGKILL');
  }
}
