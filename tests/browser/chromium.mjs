// Chromium with a page that remembers everything that went wrong on it.
import { chromium } from 'playwright-core';

const args = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export async function openChromium() {
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args });
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  const troubles = [];
  const requests = [];
  const consoleErrors = [];
  page.on('request', request => requests.push(request.url()));
  page.on('requestfailed', request => {
    const reason = request.failure()?.errorText;
    // The browser gives up on a picture by itself when its element goes, as the one of the loading page does.
    if (reason !== 'net::ERR_ABORTED') troubles.push(`request failed: ${request.url()} ${reason}`);
  });
  page.on('response', response => {
    if (response.status() >= 400) troubles.push(`${response.status()} for ${response.url()}`);
  });
  page.on('pageerror', error => troubles.push(`uncaught: ${error.stack ?? error}`));
  page.on('console', message => {
    if (message.type() !== 'error') return;
    consoleErrors.push(message);
    troubles.push(`console: ${message.text()}`);
  });
  return { page, troubles, requests, consoleErrors, close: () => browser.close() };
}
