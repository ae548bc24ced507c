// On the page of somebody whose watch ended: until when the record is kept, keeping it longer, and erasing it on request.
import { useNavigate } from '@tanstack/react-router';
import { Archive, ShieldPlus } from 'lucide-react';
import { useState } from 'react';
import { useFormatDate } from '#renderer/lib/settings.tsx';
import { useRegisterCommand, useRegisterQuery } from '#renderer/lib/use-register.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Cluster, Panel, Stack } from '#renderer/ui/card.tsx';
import { FactList } from '#renderer/ui/fact-list.tsx';
import { toast } from '#renderer/ui/toast.tsx';
import type { PersonId } from '#shared/model/ids.ts';
import { HOLD_WORDS } from '#shared/model/retention.ts';
import { HoldDialog } from './hold-dialog.tsx';

export function TermPanel({ personId }: { readonly personId: PersonId }) {
  const navigate = useNavigate();
  const formatDate = useFormatDate();
  const { data: person } = useRegisterQuery('retention.ofPerson', { personId });
  const release = useRegisterCommand('retention.release');
  const [isHolding, setIsHolding] = useState(false);
  if (!person) {
    return null;
  }
  const { hold } = person;
  return (
    <Panel title="保存と廃棄">
      <Stack>
        <FactList
          columns={1}
          facts={[
            { label: '保存期限', value: `${formatDate(person.keptUntil)}${person.isOver ? '（すぎています）' : ''}` },
            ...(hold
              ? [
                  {
                    label: '保存の延長',
                    value: `${HOLD_WORDS[hold.reason]}${hold.note && `（${hold.note}）`}　${formatDate(hold.heldOn)} ${hold.heldBy}`,
                  },
                ]
              : []),
          ]}
        />
        <Cluster>
          {hold ? (
            <Button
              onPress={() => release.mutate({ personId }, { onSuccess: () => toast('保存の延長をやめました。') })}
              isPending={release.isPending}
            >
              延長をやめる
            </Button>
          ) : (
            <>
              <Button icon={ShieldPlus} onPress={() => setIsHolding(true)}>
                保存を延ばす
              </Button>
              <Button
                variant="quiet"
                icon={Archive}
                onPress={() => navigate({ to: '/disposal/review', search: { people: [personId] } })}
              >
                記録を廃棄する
              </Button>
            </>
          )}
        </Cluster>
      </Stack>
      {isHolding && <HoldDialog person={person} onClose={() => setIsHolding(false)} />}
    </Panel>
  );
}
