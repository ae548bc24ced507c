// Judges the stored witnesses of a whole history by every fact of it: what somebody leans on and does not hold is counted.
import { createAtomSpace, mergeSources } from '#main/disclosure-control/atom-space.ts';
import { knowledgeOf } from '#main/disclosure-control/history.ts';
import { withImplied } from '#main/disclosure-control/person-facts.ts';
import { otherWay } from '#main/disclosure-control/primary-rules.ts';
import { knownFacts } from '#main/disclosure-control/publication-facts.ts';
import type { History, Protection } from '#main/disclosure-control/publication-model.ts';
import { changeOf, flawsOfWitness, judgeFacts } from '#main/disclosure-control/witness-check.ts';

/**
 * Witnesses of all publications that disagree with any fact of all of them. Left out is what nobody leans on any more: of larger or
 * smaller the one that did not last while the other did, and what an insider would need of a world that leaves their figure alone by now.
 */
export function failedWitnesses(history: History): { readonly witnesses: number; readonly failed: number } {
  const knowledge = knowledgeOf(history);
  const space = createAtomSpace(mergeSources(history.records.map(({ sources }) => sources)));
  const facts = knownFacts(knowledge, space);
  const judged = judgeFacts(space, facts, withImplied(knowledge.truth, facts, knowledge.spoken, space));
  const isSound = ({ need, witness }: Protection) => flawsOfWitness(judged, witness, need).length === 0;
  const byNeed = new Map(knowledge.protections.map((protection) => [protection.need.id, protection]));
  const soundOf = (id: string): Protection | null => {
    const found = byNeed.get(id);
    return found !== undefined && isSound(found) ? found : null;
  };
  const isReplaced = ({ need }: Protection): boolean => {
    const [main = ''] = need.id.split('|knowing:');
    const isEither = need.reason === 'cover' || need.reason === 'rounding';
    const other = soundOf(main) ?? (isEither ? soundOf(otherWay({ ...need, id: main }).id) : null);
    return other !== null && changeOf(space, need.knownParts ?? [], other.witness) === 0;
  };
  const failed = knowledge.protections.filter((protection) => !isSound(protection) && !isReplaced(protection));
  return { witnesses: knowledge.protections.length, failed: failed.length };
}
