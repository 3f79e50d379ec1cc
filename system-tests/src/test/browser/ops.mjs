// Walks over the deadlines board as ops would, with the keyboard where that matters, and prints what it saw.
// Arguments: front door, token, screenshot file, path of the browser. The id of a complaint comes on standard input.
import { chromium } from 'playwright-core';
import { createInterface } from 'node:readline';

const [frontDoor, token, screenshot, executablePath] = process.argv.slice(2);
const flags = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync'];
const browser = await chromium.launch({ executablePath, args: flags });
try {
  const page = await browser.newPage({ viewport: { width: 1400, height: 1000 }, locale: 'en' });
  const faults = [];
  page.on('pageerror', fault => faults.push(String(fault)));
  // Other tests' complaints need not be known to intake; that their numbers are not found is no fault of the page.
  page.on('console', line => { if (line.type() === 'error' && !line.text().includes('404')) faults.push(line.text()); });
  await page.goto(frontDoor + '/ops.html#token=' + token);
  await page.locator('#connection[data-state=live]').waitFor({ timeout: 20000 });
  console.log('open');
  const id = await new Promise(resolve => createInterface({ input: process.stdin }).once('line', resolve));

  const row = page.locator('#cases tr', { has: page.locator(`th[title="${id}"]`) }).first();
  await row.waitFor({ timeout: 30000 });
  await page.locator('#figures a', { hasText: 'Running' }).click();
  await page.waitForURL(/state=RUNNING/);
  await row.waitFor({ timeout: 20000 });
  const current = page.locator('#figures a[aria-current]').filter({ hasText: /[1-9]/ });
  await current.waitFor({ timeout: 20000 });
  const figure = await current.innerText();
  const states = await page.locator('#cases .chip[data-code=BREACHED]').count();

  const due = row.locator('button.due');
  await due.focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog');
  await dialog.locator('tbody tr').first().waitFor({ timeout: 20000 });
  const explanation = await dialog.innerText();
  await page.screenshot({ path: screenshot });
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'hidden' });
  const focused = await page.evaluate(() => document.activeElement?.className);

  await page.getByRole('button', { name: '中文' }).click();
  await page.waitForFunction(() => document.documentElement.lang === 'zh-CN');
  const chinese = await page.locator('#figures').innerText();
  await page.goBack();
  await page.waitForURL(url => !url.search.includes('state'));
  const unnamed = await page.evaluate(() => [...document.querySelectorAll('a, button, input, select')]
    .filter(one => one.checkVisibility() && !(one.innerText?.trim() || one.getAttribute('aria-label') || one.labels?.[0]?.innerText.trim()))
    .map(one => one.outerHTML));
  console.log('seen ' + JSON.stringify({ row: await row.innerText(), figure, states, explanation, focused, chinese, unnamed, url: page.url(), faults }));
} finally {
  await browser.close();
}
