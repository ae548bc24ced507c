// Branded identifiers, so that a visit's id cannot be handed over where a person's is wanted.
import { z } from 'zod';

const id = z.uuid();

export const personIdSchema = id.brand<'PersonId'>();
export const visitIdSchema = id.brand<'VisitId'>();
export const consultationIdSchema = id.brand<'ConsultationId'>();
export const meetingIdSchema = id.brand<'MeetingId'>();
export const supporterIdSchema = id.brand<'SupporterId'>();
export const handoutIdSchema = id.brand<'HandoutId'>();
export const fileTokenSchema = id.brand<'FileToken'>();
export const slotIdSchema = id.brand<'SlotId'>();

export type PersonId = z.infer<typeof personIdSchema>;
export type VisitId = z.infer<typeof visitIdSchema>;
export type ConsultationId = z.infer<typeof consultationIdSchema>;
export type MeetingId = z.infer<typeof meetingIdSchema>;
export type SupporterId = z.infer<typeof supporterIdSchema>;
export type HandoutId = z.infer<typeof handoutIdSchema>;
/** Stands for a file or folder that the user chose in main's dialog; paths themselves never cross the border. */
export type FileToken = z.infer<typeof fileTokenSchema>;
/** One key slot of the register: a coordinator's, mostly. Stays the same when name or passphrase change. */
export type SlotId = z.infer<typeof slotIdSchema>;
