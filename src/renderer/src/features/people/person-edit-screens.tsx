// The two screens around the person form: a new person, and revising one.
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useSettings } from '#renderer/lib/settings.tsx';
import { today } from '#renderer/lib/today.ts';
import { useRegisterCommand, useRegisterQuery } from '#renderer/lib/use-register.ts';
import { Loading } from '#renderer/ui/loading.tsx';
import { PageHeader } from '#renderer/ui/page-header.tsx';
import { toast } from '#renderer/ui/toast.tsx';
import type { PersonId } from '#shared/model/ids.ts';
import { draftOf, newPersonDraft } from './person-draft.ts';
import { PersonForm } from './person-form.tsx';

export function NewPersonScreen() {
  const navigate = useNavigate();
  const { districts } = useSettings();
  const register = useRegisterCommand('people.register');
  const [initial] = useState(() => newPersonDraft(districts[0] ?? null, today()));
  return (
    <>
      <PageHeader title="新しい方の登録" back={{ label: '見守り台帳', onPress: () => navigate({ to: '/people' }) }} />
      <PersonForm
        initial={initial}
        personId={null}
        onSave={async (person, consent, onSaved) => {
          const { personId } = await register.mutateAsync({ person, consent });
          await onSaved();
          toast(`${person.name}さんを登録しました。`);
          await navigate({ to: '/people/$personId', params: { personId } });
        }}
        onCancel={() => navigate({ to: '/people' })}
      />
    </>
  );
}

export function EditPersonScreen({ personId }: { readonly personId: PersonId }) {
  const navigate = useNavigate();
  const { data: person } = useRegisterQuery('people.get', { personId });
  const revise = useRegisterCommand('people.revise');
  const toPerson = () => navigate({ to: '/people/$personId', params: { personId } });
  const [initial, setInitial] = useState<ReturnType<typeof draftOf> | null>(null);
  if (!person) {
    return <Loading />;
  }
  if (initial === null) {
    setInitial(draftOf(person));
    return <Loading />;
  }
  return (
    <>
      <PageHeader
        title={`${person.name}さんの登録内容を直す`}
        back={{ label: `${person.name}さん`, onPress: toPerson }}
      />
      <PersonForm
        initial={initial}
        personId={personId}
        onSave={async (input, _consent, onSaved) => {
          await revise.mutateAsync({ personId, person: input });
          await onSaved();
          toast('保存しました。');
          await toPerson();
        }}
        onCancel={toPerson}
      />
    </>
  );
}
