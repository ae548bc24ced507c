// How a meeting is called on the screens.
import { useCodes } from '#renderer/lib/codes.tsx';
import { useFormatDate } from '#renderer/lib/settings.tsx';
import type { Meeting } from '#shared/contract/meetings.contract.ts';
import { weekdayOf } from '#shared/model/calendar-date.ts';

export const WHOLE_WARD = '区全体';

/** 堀江地域の連絡会, and 令和8年10月28日（水） 10:00〜11:30. */
export function useMeetingWords() {
  const codes = useCodes();
  const formatDate = useFormatDate();
  return {
    nameOf: ({ district }: Pick<Meeting, 'district'>) =>
      district === null ? `${WHOLE_WARD}の連絡会` : `${codes.label('district', district)}地域の連絡会`,
    dayOf: ({ heldOn }: Pick<Meeting, 'heldOn'>) => `${formatDate(heldOn)}（${weekdayOf(heldOn)}）`,
    hoursOf: ({ startsAt, endsAt }: Pick<Meeting, 'startsAt' | 'endsAt'>) => `${startsAt}〜${endsAt}`,
  };
}
