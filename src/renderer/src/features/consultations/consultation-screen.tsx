// The two screens around the consultation form: a new one, and one to look at and correct.
import { useNavigate, useRouter } from '@tanstack/react-router';
import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import { call } from '#renderer/lib/client.ts';
import { useCodes } from '#renderer/lib/codes.tsx';
import { CountedIn } from '#renderer/lib/counted-in.tsx';
import { describeFailure } from '#renderer/lib/messages.ts';
import { useFormatDate, useSettings } from '#renderer/lib/settings.tsx';
import { today } from '#renderer/lib/today.ts';
import { useRegisterCommand, useRegisterQuery } from '#renderer/lib/use-register.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Loading } from '#renderer/ui/loading.tsx';
import { Notice } from '#renderer/ui/notice.tsx';
import { PageHeader } from '#renderer/ui/page-header.tsx';
import { toast } from '#renderer/ui/toast.tsx';
import type { Consultation, ConsultationInput } from '#shared/contract/consultations.contract.ts';
import { consultationDraftKey, newConsultationDraftKey } from '#shared/model/draft-key.ts';
import type { ConsultationId, PersonId } from '#shared/model/ids.ts';
import { draftOfConsultation, inputOfConsultation, newConsultationDraft } from './consultation-draft.ts';
import { ConsultationForm, type SaveOptions } from './consultation-form.tsx';

const undoFailed = () => toast('元に戻せませんでした。相談の一覧で確かめてください。', { tone: 'warning' });

/** Back to where one came from: the person, today, the list. */
function useWayBack(): () => void {
  const router = useRouter();
  const navigate = useNavigate();
  return () => {
    if (router.history.canGoBack()) {
      router.history.back();
    } else {
      void navigate({ to: '/consultations' });
    }
  };
}

/** For closing with an open step: the step counts as done today. */
async function doStep(consultationId: ConsultationId, doesStep: boolean): Promise<void> {
  if (doesStep) {
    await call('consultations.markNextStep', { consultationId, doneOn: today() });
  }
}

export function NewConsultationScreen({ personId }: { readonly personId: PersonId | null }) {
  const { districts } = useSettings();
  const goBack = useWayBack();
  const record = useRegisterCommand('consultations.record');
  const [initial] = useState(() =>
    newConsultationDraft(today(), { personId, district: personId === null ? (districts[0] ?? null) : null }),
  );
  const save = async (consultation: ConsultationInput, { doesStep, onSaved }: SaveOptions) => {
    const { consultationId } = await record.mutateAsync({ consultation });
    await onSaved();
    await doStep(consultationId, doesStep);
    toast('相談を記録しました。', {
      undo: () => void call('consultations.withdraw', { consultationId }).catch(undoFailed),
    });
    goBack();
  };
  return (
    <>
      <PageHeader title="相談の記録" back={{ label: '戻る', onPress: goBack }} />
      <ConsultationForm
        initial={initial}
        draftKey={newConsultationDraftKey(personId)}
        saved={null}
        submitText="記録する"
        onSave={save}
        onCancel={goBack}
      />
    </>
  );
}

/** Enters a withdrawn consultation again as it was. */
async function reenter(consultation: Consultation): Promise<void> {
  const { consultationId } = await call('consultations.record', { consultation: inputOfConsultation(consultation) });
  if (consultation.nextStepDoneOn !== null) {
    await call('consultations.markNextStep', { consultationId, doneOn: consultation.nextStepDoneOn });
  }
}

/** Puts a revised consultation back as it was. */
async function putBack(consultation: Consultation): Promise<void> {
  const { id: consultationId, nextStepDoneOn } = consultation;
  await call('consultations.revise', { consultationId, consultation: inputOfConsultation(consultation) });
  await call('consultations.markNextStep', { consultationId, doneOn: nextStepDoneOn });
}

function EditScreen({ consultation }: { readonly consultation: Consultation }) {
  const codes = useCodes();
  const formatDate = useFormatDate();
  const goBack = useWayBack();
  const revise = useRegisterCommand('consultations.revise');
  const withdraw = useRegisterCommand('consultations.withdraw');
  const [opened] = useState(consultation);
  const [initial] = useState(() => draftOfConsultation(consultation));
  const consultationId = opened.id;
  const save = async (input: ConsultationInput, { doesStep, onSaved }: SaveOptions) => {
    await revise.mutateAsync({ consultationId, consultation: input });
    await onSaved();
    await doStep(consultationId, doesStep);
    toast('相談を保存しました。', { undo: () => void putBack(opened).catch(undoFailed) });
    goBack();
  };
  const remove = async () => {
    await withdraw.mutateAsync({ consultationId });
    toast('相談の記録を消しました。', { undo: () => void reenter(opened).catch(undoFailed) });
    goBack();
  };
  return (
    <>
      <PageHeader
        title={`${codes.label('consultationContent', opened.content)}の相談`}
        subtitle={`${formatDate(opened.consultedOn)}　${opened.personName === null ? '台帳の外' : `${opened.personName}さん`}`}
        back={{ label: '戻る', onPress: goBack }}
      />
      <CountedIn month={consultation.countedIn} />
      <ConsultationForm
        initial={initial}
        draftKey={consultationDraftKey(consultationId)}
        saved={opened}
        submitText="保存する"
        onSave={save}
        onCancel={goBack}
        extraActions={
          <Button variant="danger" icon={Trash2} isPending={withdraw.isPending} onPress={() => void remove()}>
            この相談を消す
          </Button>
        }
      />
    </>
  );
}

export function ConsultationEditScreen({ consultationId }: { readonly consultationId: ConsultationId }) {
  const { data: consultation, error } = useRegisterQuery('consultations.get', { consultationId });
  if (error) {
    return (
      <>
        <PageHeader title="相談" back={{ label: '相談の一覧', href: '/consultations' }} />
        <Notice tone="error" title={describeFailure(error.failure)} />
      </>
    );
  }
  return consultation ? <EditScreen key={consultation.id} consultation={consultation} /> : <Loading />;
}
