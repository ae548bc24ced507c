// Whom a consultation is about: somebody in the register, found by name, or nobody and then a 地域.
import { Search, UserRound, X } from 'lucide-react';
import { useState } from 'react';
import { useCodes } from '#renderer/lib/codes.tsx';
import { personNote, usePersonSearch } from '#renderer/lib/person-search.ts';
import { today } from '#renderer/lib/today.ts';
import { useRegisterQuery } from '#renderer/lib/use-register.ts';
import { Button } from '#renderer/ui/button.tsx';
import { CommandPalette, type PaletteSection } from '#renderer/ui/command-palette.tsx';
import { FormSection } from '#renderer/ui/form-section.tsx';
import { SelectField } from '#renderer/ui/select-field.tsx';
import { ageOn } from '#shared/model/calendar-date.ts';
import type { PersonId } from '#shared/model/ids.ts';
import styles from './about-section.module.css';
import type { SectionProps } from './consultation-sections.tsx';

function ChosenPerson({ personId }: { readonly personId: PersonId }) {
  const codes = useCodes();
  const { data: person } = useRegisterQuery('people.get', { personId });
  const age = person?.birthOn ? `${ageOn(person.birthOn, today())}歳` : '';
  return (
    <div className={styles['person']}>
      <UserRound aria-hidden className={styles['icon']} />
      <div>
        <p className={styles['name']}>{person ? `${person.name}さん` : ''}</p>
        <p className={styles['note']}>
          {person && [person.kana, age, codes.label('district', person.district)].filter(Boolean).join('　')}
        </p>
      </div>
    </div>
  );
}

function usePersonSections(choose: (personId: PersonId) => void) {
  const search = usePersonSearch();
  return async (text: string): Promise<readonly PaletteSection[]> => [
    {
      title: '台帳の方',
      items: (await search(text)).map(({ person, isVariant }) => ({
        id: person.id,
        label: `${person.name}さん${isVariant ? '（表記ちがい）' : ''}`,
        note: personNote(person),
        icon: UserRound,
        onChoose: () => choose(person.id),
      })),
    },
  ];
}

export function AboutSection({ draft, put }: SectionProps) {
  const codes = useCodes();
  const [isSearching, setIsSearching] = useState(false);
  const onSearch = usePersonSections((personId) => put({ personId }));
  return (
    <FormSection title="誰について">
      {draft.personId === null ? (
        <>
          <div className={styles['line']}>
            <Button icon={Search} onPress={() => setIsSearching(true)} autoFocus>
              台帳からさがす
            </Button>
            <p className={styles['note']}>台帳にない方や、地域のことなら、そのまま進んでください。</p>
          </div>
          <SelectField
            label="地域"
            options={codes.choices('district', draft.district)}
            value={draft.district}
            onChange={(district) => put({ district })}
            canBeEmpty
          />
        </>
      ) : (
        <div className={styles['line']}>
          <ChosenPerson personId={draft.personId} />
          <Button size="small" icon={Search} onPress={() => setIsSearching(true)} autoFocus>
            えらび直す
          </Button>
          <Button size="small" variant="quiet" icon={X} onPress={() => put({ personId: null })}>
            台帳の外の方にする
          </Button>
        </div>
      )}
      <CommandPalette
        isOpen={isSearching}
        onClose={() => setIsSearching(false)}
        onSearch={onSearch}
        label="相談が誰についてか、台帳からさがす"
        placeholder="名前・フリガナ・電話・住所"
      />
    </FormSection>
  );
}
