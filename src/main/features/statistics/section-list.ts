// The parts of the summary, in the order in which people read them. A new part is its file in `sections/` and its line here.
import type { Section } from './section.ts';
import { consultationsSection } from './sections/consultations.section.ts';
import { meetingsSection } from './sections/meetings.section.ts';
import { personsSection } from './sections/persons.section.ts';
import { referralsSection } from './sections/referrals.section.ts';
import { visitsSection } from './sections/visits.section.ts';

export const SECTIONS: readonly Section[] = [
  personsSection,
  visitsSection,
  consultationsSection,
  referralsSection,
  meetingsSection,
];
