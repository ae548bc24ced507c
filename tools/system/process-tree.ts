// The processes of a running app, as Linux's /proc shows them: the one that was started and all that it started. Reads only.
import { readdirSync, readFileSync } from 'node:fs';

/** Text of a file of a process; empty when the process is gone or not ours. */
export function procText(pid: number, name: string): string {
  try {
    return readFileSync(`/proc/${pid}/${name}`, 'utf8');
  } catch {
    return '';
  }
}

function parentOf(pid: number): number {
  // The name in brackets may hold blanks and brackets itself.
  const [, after = ''] = /^\d+ \(.*\) (.*)$/su.exec(procText(pid, 'stat')) ?? [];
  return Number(after.split(' ')[1] ?? 0);
}

/** `root` and all its descendants that run now. */
export function processTree(root: number): readonly number[] {
  const all = readdirSync('/proc').filter((name) => /^\d+$/u.test(name));
  const parents = new Map(all.map((name) => [Number(name), parentOf(Number(name))]));
  const tree = new Set([root]);
  for (let size = 0; size !== tree.size; ) {
    size = tree.size;
    for (const [pid, parent] of parents) {
      if (tree.has(parent)) tree.add(pid);
    }
  }
  return [...tree].filter((pid) => pid === root || parents.has(pid));
}
