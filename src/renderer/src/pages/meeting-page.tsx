// One 連絡会 together with what became of its numbered papers.
import { MeetingCopies, useCopiesOut } from '#renderer/features/handouts/meeting-copies.tsx';
import { MeetingScreen } from '#renderer/features/meetings/meeting-screen.tsx';
import type { MeetingId } from '#shared/model/ids.ts';

export function MeetingPage({ meetingId }: { readonly meetingId: MeetingId }) {
  const copiesOut = useCopiesOut(meetingId);
  return (
    <MeetingScreen meetingId={meetingId} copies={{ out: copiesOut, list: <MeetingCopies meetingId={meetingId} /> }} />
  );
}
