#!/usr/bin/env node
// The launcher that stands in for Electron's binary: `electron.ts <app folder or main file> [--headless] [--user-data-dir=...]`.
import './register.ts';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { app } from './app.ts';
import { answerTests } from './test-control.ts';

const given = resolve(process.argv.slice(2).find((argument) => !argument.startsWith('-')) ?? '.');

function nearestPackage(folder: string): string {
  return existsSync(join(folder, 'package.json')) || dirname(folder) === folder
    ? folder
    : nearestPackage(dirname(folder));
}

function mainFile(): string {
  if (!statSync(given).isDirectory()) return given;
  const { main = 'index.js' } = JSON.parse(readFileSync(join(given, 'package.json'), 'utf8')) as { main?: string };
  return join(given, main);
}

app.adopt(nearestPackage(given));
answerTests();
await import(pathToFileURL(mainFile()).href);
app.becomeReady();
