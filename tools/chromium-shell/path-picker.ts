// Asks a person for a path on a small page, where there is no native dialog. Shows the files of the folder that is typed.
import { readdirSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { basename, dirname, isAbsolute, join } from 'node:path';
import { seenPage } from './chromium.ts';

const PAGE = `<!doctype html><meta charset="utf-8"><title></title>
<style>body{font:18px sans-serif;max-width:46rem;margin:2rem auto;padding:0 1rem}input{font:inherit;width:100%;padding:.5rem;box-sizing:border-box}
button{font:inherit;padding:.5rem 1rem;margin:.5rem .5rem 0 0}ul{list-style:none;padding:0}li button{margin:.15rem 0;width:100%;text-align:left}</style>
<h1></h1><form><label>場所（パス）<input name="path" autocomplete="off"></label><button>決定</button><button type="button" id="cancel">やめる</button></form><ul></ul>`;

/** Runs in the small page. */
function wirePage(title: string, path: string): void {
  const ask = window as unknown as {
    list(path: string): Promise<readonly string[]>;
    choose(path: string): Promise<void>;
  };
  const field = document.querySelector('input') as HTMLInputElement;
  const list = document.querySelector('ul') as HTMLUListElement;
  const heading = document.querySelector('h1') as HTMLHeadingElement;
  const show = async () => {
    const paths = await ask.list(field.value);
    list.replaceChildren(
      ...paths.map((entry) => {
        const button = document.createElement('button');
        button.textContent = entry;
        button.onclick = () => {
          field.value = entry;
          void show();
        };
        const item = document.createElement('li');
        item.append(button);
        return item;
      }),
    );
  };
  document.title = title;
  heading.textContent = title;
  field.value = path;
  field.oninput = () => void show();
  (document.querySelector('form') as HTMLFormElement).onsubmit = (event) => {
    event.preventDefault();
    void ask.choose(field.value);
  };
  (document.querySelector('#cancel') as HTMLButtonElement).onclick = () => void ask.choose('');
  void show();
}

function entriesNear(path: string): readonly string[] {
  const isFolder = (entry: string) => statSync(entry, { throwIfNoEntry: false })?.isDirectory() ?? false;
  const folder = isFolder(path) ? path : dirname(path);
  try {
    const names = readdirSync(folder).filter((name) => !name.startsWith('.'));
    return [dirname(folder), ...names.sort().map((name) => join(folder, name))];
  } catch {
    return [homedir()];
  }
}

/** The path, or nothing when the person gave up. */
export async function pickPath(
  kind: 'open' | 'folder' | 'save',
  title: string,
  start: string,
): Promise<readonly string[]> {
  const first = isAbsolute(start) ? start : join(homedir(), kind === 'save' ? basename(start) : '');
  const page = await seenPage();
  try {
    const chosen = new Promise<string>((resolve) => {
      page.on('close', () => resolve(''));
      void page.exposeFunction('choose', resolve);
    });
    await page.exposeFunction('list', entriesNear);
    await page.setContent(PAGE);
    await page.evaluate(`(${wirePage})(${JSON.stringify(title)}, ${JSON.stringify(first)})`);
    await page.bringToFront();
    const path = await chosen;
    return path === '' ? [] : [path];
  } finally {
    await page.close().catch(() => undefined);
  }
}
