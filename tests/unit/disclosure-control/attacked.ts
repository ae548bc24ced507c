// What a stranger makes of exported texts, with a solver set-up that shares nothing with the library; and what primary rules alone would export.
import type { PublicationRecord, TidyFiles } from '#main/disclosure-control/publication-model.ts';
import { attackIntervals } from '#tools/sdc/attack/intervals.ts';
import { outsiderKnowledge } from '#tools/sdc/attack/knowledge.ts';
import { parseExport } from '#tools/sdc/attack/read-export.ts';

/** The whole numbers that each hidden cell can be, by `table cell`: `one grid-2026-04 r1 × c1`. */
export async function attackedCells(files: readonly TidyFiles[], k: number) {
  const knowledge = outsiderKnowledge(files.map(({ cellsCsv, factsJson }) => parseExport(cellsCsv, factsJson)));
  const intervals = await attackIntervals(knowledge, k, true);
  return new Map(knowledge.targets.map(({ table, cell, row }) => [`${table} ${cell}`, intervals.get(row)]));
}

/** Hidden figures, those that can be worked out, and those that must be 1 to k-1; each cell once, in however many tables it is. */
export async function attackFiles(files: readonly TidyFiles[], k: number) {
  const knowledge = outsiderKnowledge(files.map(({ cellsCsv, factsJson }) => parseExport(cellsCsv, factsJson)));
  const intervals = [...(await attackIntervals(knowledge, k, true)).values()];
  return {
    hidden: intervals.length,
    determined: intervals.filter(({ least, most }) => least === most).length,
    below: intervals.filter(({ least, most }) => least > 0 && most < k).length,
  };
}

/** The same publication with nothing but the figures of fewer than k persons hidden: the control. */
export function onlySmallHidden({ tables, parameters }: PublicationRecord, files: TidyFiles): TidyFiles {
  const cells = tables.flatMap((table) => table.cells).filter(({ state }) => state !== 'structuralZero');
  const lines = files.cellsCsv.split('\n').map((line, index) => {
    const cell = cells[index - 1];
    if (index === 0 || cell === undefined) return line;
    return line.replace(/[^,]*$/u, cell.value > 0 && cell.persons < parameters.k ? '＊' : String(cell.value));
  });
  return { ...files, cellsCsv: lines.join('\n') };
}
