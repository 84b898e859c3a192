// Starts the program with the sample in it, and a browser that works for these checks.
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { chromium } from 'playwright-core';

/** Starts the program and answers its address, without a slash at its end, and a function that stops it. */
export async function serve(program) {
  // Pages are asked for faster here than any reader would, so their points are not counted.
  const server = spawn(program, ['serve', '--sample', '--addr', '127.0.0.1:0', '--limit', 'points=0'], { stdio: ['ignore', 'pipe', 'pipe'] });
  let log = '';
  server.stderr.on('data', (text) => (log += text));
  const base = await new Promise((found, failed) => {
    createInterface({ input: server.stdout }).on('line', (line) => {
      const at = /http:\/\/127\.0\.0\.1:[1-9]\d*/.exec(line);
      if (at) {
        found(at[0]);
      }
    });
    server.on('exit', () => failed(new Error(`the server does not start:\n${log}`)));
    setTimeout(() => failed(new Error(`the server prints no address:\n${log}`)), 60_000).unref();
  });
  return { base, stop: () => server.kill() };
}

/** Starts the browser that CHROMIUM names. */
export function browse() {
  return chromium.launch({
    executablePath: process.env.CHROMIUM || '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-component-update', '--disable-features=OptimizationHints,MediaRouter,Translate'],
  });
}
