// Handlers of the people.
import type { Contexts } from '#main/platform/contexts.ts';
import type { HandlersOf } from '#shared/contract/operation.ts';
import type { peopleContract } from '#shared/contract/people.contract.ts';
import { endWatch, recordConsent, registerPerson, resumeWatch, revisePerson } from './people.service.ts';
import { readPerson, readPersonRows } from './person-readings.ts';
import { findSimilarPeople, searchPeople } from './person-search.ts';

export const peopleHandlers: HandlersOf<typeof peopleContract, Contexts> = {
  list: ({ reader }) => readPersonRows(reader),
  search: ({ reader }, { text, limit }) => searchPeople(reader, text, limit),
  get: ({ reader }, { personId }) => readPerson(reader, personId),
  findSimilar: ({ reader }, likeness) => findSimilarPeople(reader, likeness),
  register: (context, { person, consent }) => registerPerson(context, person, consent),
  revise: (context, { personId, person }) => {
    revisePerson(context, personId, person);
    return {};
  },
  recordConsent: (context, { personId, consent }) => {
    recordConsent(context, personId, consent);
    return {};
  },
  endWatch: (context, input) => {
    endWatch(context, input);
    return {};
  },
  resumeWatch: (context, { personId }) => {
    resumeWatch(context, personId);
    return {};
  },
};
