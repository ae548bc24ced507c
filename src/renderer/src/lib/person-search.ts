// Finds people for a screen that needs one of them: rows of the register for what was typed, in the order of the search.
import { useQueryClient } from '@tanstack/react-query';
import type { PersonRow } from '#shared/contract/person-shape.ts';
import { call } from './client.ts';

export interface FoundPerson {
  readonly person: PersonRow;
  /** Found under another writing of the name: said as 「表記ちがい」. */
  readonly isVariant: boolean;
}

const MOST_FOUND = 12;

/** Kana and place in one line, to tell people of the same name apart; first of all that the watch has ended. */
export function personNote({ watchEndedOn, kana, address, building, wing, room }: PersonRow): string {
  const place = [address, building, wing, room].filter(Boolean).join(' ');
  return [watchEndedOn !== null && '見守りを終了', kana, place].filter(Boolean).join('　');
}

/** An empty text finds nobody. */
export function usePersonSearch(): (text: string) => Promise<readonly FoundPerson[]> {
  const queryClient = useQueryClient();
  return async (text) => {
    if (text.trim() === '') {
      return [];
    }
    const [hits, people] = await Promise.all([
      call('people.search', { text: text.slice(0, 100), limit: MOST_FOUND }),
      queryClient.fetchQuery({ queryKey: ['people.list', {}], queryFn: () => call('people.list', {}) }),
    ]);
    const byId = new Map(people.map((person) => [person.id, person]));
    return hits.flatMap(({ personId, match }) => {
      const person = byId.get(personId);
      return person ? [{ person, isVariant: match === 'variant' }] : [];
    });
  };
}
