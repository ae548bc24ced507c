// One table that can go in: whether it does, and in which form, each with its share of ＊ and the advised one marked.
import { Star } from 'lucide-react';
import { StatusTag } from '#renderer/ui/badge.tsx';
import { CheckboxField } from '#renderer/ui/checkbox-field.tsx';
import { ChoiceButtons } from '#renderer/ui/choice-buttons.tsx';
import styles from './making.module.css';
import { formOf, isOn, type Offer, type OwnChoice, type OwnChoices } from './pack.ts';
import { ShareBar } from './share-bar.tsx';

interface OfferRowProps {
  readonly offer: Offer;
  readonly own: OwnChoices;
  readonly onChange: (change: OwnChoice) => void;
}

export function OfferRow({ offer, own, onChange }: OfferRowProps) {
  const { title, spanTitle, forms, advised } = offer;
  const isChosen = isOn(offer, own);
  const [only] = forms;
  return (
    <li className={styles['offer']}>
      <div className={styles['offerHead']}>
        <CheckboxField
          label={
            <>
              <span className={styles['offerTitle']}>{title}</span>
              <span className={styles['offerSpan']}>{spanTitle}</span>
            </>
          }
          isSelected={isChosen}
          onChange={(isOnNow) => onChange({ isOn: isOnNow })}
        />
        {isChosen && forms.length === 1 && only && <ShareBar share={only.hiddenShare} />}
      </div>
      {isChosen && forms.length > 1 && (
        <ChoiceButtons
          label={`${title}（${spanTitle}）の形`}
          isLabelHidden
          columns={forms.length > 3 ? 4 : 3}
          options={forms.map((form) => ({
            code: form.form,
            label: form.title,
            extra: (
              <span className={styles['formNote']}>
                <ShareBar share={form.hiddenShare} />
                {form.form === advised && (
                  <StatusTag tone="good" icon={Star} variant="quiet">
                    おすすめ
                  </StatusTag>
                )}
              </span>
            ),
          }))}
          value={formOf(offer, own)}
          onChange={(form) => onChange({ form })}
        />
      )}
    </li>
  );
}
