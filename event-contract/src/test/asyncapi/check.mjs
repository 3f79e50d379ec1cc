// Parses an AsyncAPI document with all its references and prints what is wrong with it. Exit code 1 when an error was found.
// Usage: node check.mjs FILE
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { DiagnosticSeverity, Parser } from '@asyncapi/parser';

const file = resolve(process.argv[2]);
const { document, diagnostics } = await new Parser().parse(await readFile(file, 'utf8'), { source: file });
for (const { severity, code, path, message } of diagnostics) {
  console.log(`${DiagnosticSeverity[severity]} ${code} /${path.join('/')} ${message}`);
}
if (document) {
  for (const message of document.allMessages()) {
    console.log(`message ${message.name()}`);
  }
}
process.exitCode = !document || diagnostics.some(({ severity }) => severity === DiagnosticSeverity.Error) ? 1 : 0;
