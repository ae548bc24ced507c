// What each column of the register holds of people. A column that is not on this list makes the test of the erasure fail: whoever adds
// one says here what it is, and sees to it that the erasure handles it. For tests only.

/**
 * - `person`: whose row it is; the row goes with the person.
 * - `record`: to which row of a person it belongs; it goes with that row.
 * - `words`: what somebody wrote. In the person's own rows it goes with them; elsewhere it is searched for their name.
 * - `key`: a text that may hold ids of people and of their records.
 * - `kept_id`: the bare id of a person, kept on purpose when the person is gone.
 * - `plain`: codes, days, counts, ids of other things, names of coordinators and supporters.
 */
export type Holding = 'person' | 'record' | 'words' | 'key' | 'kept_id' | 'plain';

const plain = (...names: readonly string[]) => Object.fromEntries(names.map((name) => [name, 'plain'] as const));

export const HOLDINGS: Readonly<Record<string, Readonly<Record<string, Holding>>>> = {
  people: {
    id: 'person',
    note: 'words',
    access_note: 'words',
    end_note: 'words',
    ...plain(
      'register_number',
      'name',
      'kana',
      'sex',
      'birth_on',
      'district',
      'neighbourhood',
      'postal_code',
      'address',
    ),
    ...plain(
      'building',
      'wing',
      'room',
      'has_auto_lock',
      'phone',
      'mobile',
      'household',
      'care_level',
      'dementia_level',
    ),
    ...plain('daily_living_level', 'handbook_physical', 'handbook_intellectual', 'handbook_mental', 'eligibility'),
    ...plain('residence', 'watch_type', 'frequency', 'volunteer_id', 'commissioner_id', 'watch_started_on'),
    ...plain('watch_ended_on', 'end_reason', 'last_seen_before_on', 'search_text', 'kana_key', 'round_key'),
    ...plain('created_at', 'updated_at'),
  },
  consents: {
    person_id: 'person',
    ...plain('id', 'status', 'decided_on', 'method', 'scope', 'document_number', 'recorded_on', 'position'),
  },
  emergency_contacts: {
    person_id: 'person',
    name: 'words',
    relation: 'words',
    note: 'words',
    ...plain('id', 'position', 'phone'),
  },
  visits: {
    person_id: 'person',
    note: 'words',
    ...plain('id', 'visited_on', 'visited_at_time', 'method', 'result', 'visitor_id', 'created_at', 'updated_at'),
  },
  visit_signs: { visit_id: 'record', ...plain('sign') },
  consultations: {
    person_id: 'person',
    question: 'words',
    answer: 'words',
    next_step: 'words',
    ...plain('id', 'district', 'consulted_on', 'asked_by', 'method', 'content', 'field', 'referred_to', 'referred_on'),
    ...plain('acknowledged_on', 'state', 'next_step_on', 'next_step_done_on', 'created_at', 'updated_at'),
  },
  meetings: {
    place: 'words',
    attendees: 'words',
    ...plain('id', 'district', 'held_on', 'starts_at', 'ends_at', 'created_at', 'updated_at'),
  },
  agenda_items: { title: 'words', body: 'words', ...plain('meeting_id', 'position', 'kind') },
  drafts: { key: 'key', body: 'words', ...plain('saved_at') },
  retention_holds: { person_id: 'person', note: 'words', ...plain('reason', 'held_by', 'held_on') },
  disposals: {
    person_id: 'kept_id',
    ...plain('id', 'certificate_number', 'register_number', 'basis', 'watch_ended_on', 'kept_until', 'counts'),
    ...plain('disposed_at', 'disposed_on', 'actor', 'backups_gone_by', 'copied_on', 'residue_cleared_at'),
  },
  audit_trail: { subject_id: 'kept_id', ...plain('sequence', 'at', 'actor', 'operation', 'detail', 'hash') },
  closed_months: plain('month', 'closed_at', 'closed_on', 'closed_by', 'counts', 'plain'),
  // Bare ids of visits, consultations and meetings, also of those that are gone: what was counted once is never counted again.
  counted_events: plain('kind', 'record_id', 'month'),
  // Whom a figure stands for, as long as figures are published: without it nobody could tell that a figure is one person.
  closed_counts: { records: 'kept_id', ...plain('month', 'source', 'definition') },
  supporters: plain('id', 'kind', 'name', 'district', 'phone', 'is_active', 'created_at'),
  settings: plain('key', 'value'),
  codes: plain('list', 'code', 'label', 'position', 'is_retired', 'attributes', 'synonyms'),
  // Recipient and purpose are about whoever receives it; the dialog finds names of watched people and says that they stay here.
  issued_papers: plain(
    ...['id', 'kind', 'subject_id', 'title', 'copy_number', 'recipient', 'purpose', 'issued_at', 'actor'],
    ...['settled_as', 'settled_on', 'settled_by'],
  ),
  // Report, recipient and purpose were checked for names before it was published; the record holds figures alone, no id of a person.
  publications: plain(
    ...['id', 'number', 'month', 'profile', 'recipient', 'purpose', 'published_at', 'published_on', 'actor'],
    ...['report', 'figures', 'files', 'record', 'record_hash'],
  ),
  publication_head: plain('id', 'hash', 'count', 'month'),
  settled_publications: plain('mark', 'month', 'standing', 'reason', 'settled_at', 'settled_on', 'actor'),
  profile_decisions: plain('id', 'profile', 'k', 'decided_by', 'decided_on', 'reason', 'recorded_at', 'actor'),
  import_mappings: plain('heading', 'mapping', 'used_at'),
};

export const columnsHolding = (...kinds: readonly Holding[]): readonly (readonly [table: string, column: string])[] =>
  Object.entries(HOLDINGS).flatMap(([table, columns]) =>
    Object.entries(columns)
      .filter(([, holding]) => kinds.includes(holding))
      .map(([column]) => [table, column] as const),
  );
