// Opens the board with a token, waits until a complaint of that number shows with a running clock, and prints what it saw.
// Arguments: front door, token, screenshot file, path of the browser. The number comes on standard input once it is known.
import { chromium } from 'playwright-core';
import { createInterface } from 'node:readline';

const [frontDoor, token, screenshot, executablePath] = process.argv.slice(2);
const flags = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync'];
const browser = await chromium.launch({ executablePath, args: flags });
try {
  const page = await browser.newPage({ viewport: { width: 1400, height: 800 } });
  const faults = [];
  page.on('pageerror', fault => faults.push(String(fault)));
  page.on('console', line => { if (line.type() === 'error') faults.push(line.text()); });
  await page.goto(frontDoor + '/#token=' + token);
  await page.waitForSelector('#work', { state: 'visible' });
  console.log('open');
  const number = await new Promise(resolve => createInterface({ input: process.stdin }).once('line', resolve));
  const row = page.locator('#rows tr', { hasText: number });
  await row.waitFor({ timeout: 20000 });
  await row.filter({ hasText: /\d/ }).locator('.clock').filter({ hasText: /\d/ }).first().waitFor({ timeout: 20000 });
  await page.screenshot({ path: screenshot });
  console.log('seen ' + JSON.stringify({ row: await row.innerText(), url: page.url(), faults }));
} finally {
  await browser.close();
}
