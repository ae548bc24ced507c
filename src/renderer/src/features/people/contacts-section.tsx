// The emergency contacts in the person form: as many rows as there are people to call, the first is called first.
import { Plus, Trash2 } from 'lucide-react';
import { Button } from '#renderer/ui/button.tsx';
import { FieldRow, FormSection } from '#renderer/ui/form-section.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import type { EmergencyContact } from '#shared/contract/person-shape.ts';
import styles from './contacts-section.module.css';
import type { SectionProps } from './person-form-sections.tsx';

const MOST_CONTACTS = 10;
const EMPTY_CONTACT: EmergencyContact = { name: '', relation: '', phone: '', note: '' };

export function ContactsSection({ draft, put, messageOf }: SectionProps) {
  const { contacts } = draft;
  const change = (index: number, changes: Partial<EmergencyContact>) =>
    put({ contacts: contacts.map((contact, at) => (at === index ? { ...contact, ...changes } : contact)) });
  return (
    <FormSection title="緊急連絡先" description="上から順に連絡します。">
      {contacts.map((contact, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: contacts have no identity but their order.
        <fieldset key={index} className={styles['contact']}>
          <legend className={styles['legend']}>緊急連絡先 {index + 1}</legend>
          <FieldRow>
            <TextField
              id={`contact-${index}-name`}
              label="お名前"
              value={contact.name}
              onChange={(name) => change(index, { name })}
              errorMessage={messageOf(`contact-${index}-name`)}
            />
            <TextField
              label="続柄"
              value={contact.relation}
              onChange={(relation) => change(index, { relation })}
              widthInCharacters={10}
            />
            <TextField
              label="電話"
              type="tel"
              value={contact.phone}
              onChange={(phone) => change(index, { phone })}
              widthInCharacters={16}
            />
          </FieldRow>
          <FieldRow>
            <TextField label="覚え書き" value={contact.note} onChange={(note) => change(index, { note })} />
            <Button
              variant="quiet"
              icon={Trash2}
              onPress={() => put({ contacts: contacts.filter((_contact, at) => at !== index) })}
              aria-label={`緊急連絡先${index + 1}を外す`}
            >
              外す
            </Button>
          </FieldRow>
        </fieldset>
      ))}
      <div>
        <Button
          icon={Plus}
          onPress={() => put({ contacts: [...contacts, EMPTY_CONTACT] })}
          isDisabled={contacts.length >= MOST_CONTACTS}
        >
          緊急連絡先を足す
        </Button>
      </div>
    </FormSection>
  );
}
