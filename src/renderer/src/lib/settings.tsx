// The register's settings for the screens: names, date style, text size.
import { createContext, type ReactNode, useContext } from 'react';
import type { Settings } from '#shared/contract/settings.contract.ts';
import type { CalendarDate } from '#shared/model/calendar-date.ts';
import { formatDate, formatEraShort } from '#shared/model/era.ts';
import { useRegisterQuery } from './use-register.ts';

const SettingsContext = createContext<Settings | null>(null);

/** Shows its children once the settings are there. */
export function SettingsProvider({ children }: { readonly children: ReactNode }) {
  const { data } = useRegisterQuery('settings.get', {});
  return data ? <SettingsContext value={data}>{children}</SettingsContext> : null;
}

export function useSettings(): Settings {
  const settings = useContext(SettingsContext);
  if (!settings) {
    throw new Error('SettingsProvider is missing');
  }
  return settings;
}

/** Writes a date in the style that the register is set to (和暦 by default); empty for `null`. */
export function useFormatDate(): (date: CalendarDate | null) => string {
  const { dateStyle } = useSettings();
  return (date) => (date === null ? '' : formatDate(date, dateStyle));
}

/** The same in as few letters as a table column allows: R8.10.3, or 2026/10/3. */
export function useFormatShortDate(): (date: CalendarDate | null) => string {
  const { dateStyle } = useSettings();
  return (date) => {
    if (date === null) {
      return '';
    }
    return dateStyle === 'western' ? date.replaceAll('-0', '-').replaceAll('-', '/') : formatEraShort(date);
  };
}
