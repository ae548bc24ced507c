// Kinds of events that a closing counts once for ever, of which more than one feature asks whether a record was counted.

export const VISIT_EVENT = 'visit';
export const CONSULTATION_EVENT = 'consultation';
