// The paper of a 連絡会's packet, as the printing window loads it: so many numbered copies, and nothing else.
import { useState } from 'react';
import { PacketSheets } from '#renderer/features/meetings/packet-sheets.tsx';
import { useRegisterQuery } from '#renderer/lib/use-register.ts';
import type { MeetingId } from '#shared/model/ids.ts';
import { usePaperState } from './use-paper-state.ts';

type PacketPaperProps = { readonly meetingId: MeetingId; readonly firstCopy: number; readonly copies: number };

export function PacketPaper({ meetingId, firstCopy, copies }: PacketPaperProps) {
  const { data: packet, isError } = useRegisterQuery('meetings.packet', { meetingId, firstCopy, copies });
  const [isPlaced, setIsPlaced] = useState(false);
  usePaperState(isError ? 'failed' : isPlaced ? 'ready' : 'setting');
  return packet ? <PacketSheets packet={packet} onPlaced={() => setIsPlaced(true)} /> : null;
}
