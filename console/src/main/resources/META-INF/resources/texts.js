// The page's words. zh-CN and en, from texts/*.json; what has no word there is shown as its code.
const KEY = 'redress.language';
const LANGUAGES = ['zh-CN', 'en'];
let words = {};
let current = 'en';

export function language() {
  return current;
}

/** The chosen language, else the first of the browser's that we speak, else English. */
export function preferred() {
  const chosen = localStorage.getItem(KEY);
  if (LANGUAGES.includes(chosen)) {
    return chosen;
  }
  const found = navigator.languages.find((tag) => /^(zh|en)\b/i.test(tag)) ?? 'en';
  return found.toLowerCase().startsWith('zh') ? 'zh-CN' : 'en';
}

export async function speak(tag, chosen) {
  const answer = await fetch(`texts/${tag}.json`);
  words = await answer.json();
  current = tag;
  if (chosen) {
    localStorage.setItem(KEY, tag);
  }
  document.documentElement.lang = tag;
  document.title = text(document.body.dataset.title ?? 'title');
  for (const element of document.querySelectorAll('[data-text]')) {
    element.textContent = text(element.dataset.text);
  }
  for (const element of document.querySelectorAll('[data-label]')) {
    element.setAttribute('aria-label', text(element.dataset.label));
  }
  for (const button of document.querySelectorAll('[data-language]')) {
    button.setAttribute('aria-pressed', String(button.dataset.language === tag));
  }
}

/** A text, with {name} replaced by values. */
export function text(key, values = {}) {
  return (words[key] ?? key).replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
}

/** The word for a code such as NOT_DELIVERED; a kind tells codes apart that mean different things. */
export function word(code, kind = 'code') {
  return code == null || code === '' ? '–' : words[`${kind}.${code}`] ?? words[`code.${code}`] ?? String(code);
}
