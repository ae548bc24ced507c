// The very last look before a release: the two texts as they were read back from the disk, against what was certified and all history.
import { createAtomSpace, mergeSources } from './atom-space.ts';
import { checkHistory, knowledgeOf } from './history.ts';
import { withImplied } from './person-facts.ts';
import { knownFacts } from './publication-facts.ts';
import type { History, Protection, PublicationRecord, PublicationRefusal, TidyFiles } from './publication-model.ts';
import { Refused } from './refused.ts';
import { verifyTidy } from './tidy-verification.ts';

/**
 * Every witness of this publication; of earlier ones those that its audit held to. What only covered others, or looked at an insider
 * through a world that has been replaced, it did not; a rounded figure may have found its uncertainty on the other side.
 */
function protectionsOf(earlier: readonly Protection[], { certificate }: PublicationRecord): readonly Protection[] {
  const own = certificate.protections;
  const ids = new Set(own.map(({ need }) => need.id));
  const cells = new Set(own.map(({ need }) => need.cell));
  const isHeld = ({ need: { id, reason, cell, knownParts } }: Protection) =>
    !ids.has(id) && knownParts === undefined && reason !== 'cover' && !(reason === 'rounding' && cells.has(cell));
  return [...earlier.filter(isHeld), ...own];
}

/**
 * Whether the files say what the record certifies, and every witness of this and all earlier publications agrees with them.
 * @returns `null`, or why they may not leave.
 */
export function checkRelease(files: TidyFiles, record: PublicationRecord, history: History): PublicationRefusal | null {
  try {
    const all: History = { records: [...history.records, record], head: record.hash };
    checkHistory(all);
    const before = knowledgeOf(history);
    const { spoken, relations, truth } = knowledgeOf(all);
    const space = createAtomSpace(mergeSources(all.records.map(({ sources }) => sources)));
    const otherFacts = knownFacts({ facts: before.facts, relations, spoken }, space);
    verifyTidy(files, {
      space,
      truth: withImplied(truth, otherFacts, spoken, space),
      protections: protectionsOf(before.protections, record),
      certificateHash: record.certificate.hash,
      relations: record.relations,
      certified: record.facts,
      otherFacts,
    });
    return null;
  } catch (error) {
    if (error instanceof Refused) return error.refusal;
    throw error;
  }
}
