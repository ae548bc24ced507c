// A window over the page for one short task. Esc or × never throws away what was typed: with `isDirty` it asks first.
import { X } from 'lucide-react';
import { createContext, type ReactNode, useContext, useState } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { Button } from './button.tsx';
import { classesOf } from './class-names.ts';
import { compositionGuard } from './composition.ts';
import styles from './dialog.module.css';
import { IconButton } from './icon-button.tsx';

const cx = classesOf(styles);

type DialogProps = {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly title: string;
  readonly children: ReactNode;
  /** The deed first, the way out second. */
  readonly footer?: ReactNode;
  readonly size?: 'small' | 'medium' | 'large' | undefined;
  /** Something typed is not saved yet. */
  readonly isDirty?: boolean | undefined;
  /** `alertdialog` for a question that must be answered. */
  readonly role?: 'dialog' | 'alertdialog' | undefined;
};

function KeepEditing({ onKeep, onDiscard }: { readonly onKeep: () => void; readonly onDiscard: () => void }) {
  return (
    <div role="alert" className={cx('question')}>
      <p className={cx('questionText')}>まだ保存していません。閉じると、書いた内容が消えます。</p>
      <div className={cx('questionButtons')}>
        <Button variant="primary" size="small" onPress={onKeep} autoFocus>
          続けて書く
        </Button>
        <Button variant="danger" size="small" onPress={onDiscard}>
          保存せずに閉じる
        </Button>
      </div>
    </div>
  );
}

const AskToClose = createContext<() => void>(() => {});

/** The way out in a dialog's footer: like Esc and ×, it asks first when something typed is not saved. */
export function DialogCancel({ children = 'やめる' }: { readonly children?: ReactNode }) {
  return <Button onPress={useContext(AskToClose)}>{children}</Button>;
}

type DialogSubmitProps = {
  /** The id of the form in the dialog. */
  readonly form: string;
  /** The deed. */
  readonly children: ReactNode;
  readonly isPending: boolean;
  readonly pendingText?: string | undefined;
};

/** The footer of a dialog that is a form: the deed, and the way out beside it. */
export function DialogSubmit({ form, children, isPending, pendingText }: DialogSubmitProps) {
  return (
    <>
      <Button type="submit" form={form} variant="primary" isPending={isPending} pendingText={pendingText}>
        {children}
      </Button>
      <DialogCancel />
    </>
  );
}

export function Dialog(props: DialogProps) {
  const { isOpen, onClose, title, children, footer, size = 'medium', isDirty = false, role = 'dialog' } = props;
  const [isAsking, setIsAsking] = useState(false);
  const close = () => {
    setIsAsking(false);
    onClose();
  };
  const askToClose = () => (isDirty ? setIsAsking(true) : close());

  return (
    <ModalOverlay
      className={cx('overlay')}
      isOpen={isOpen}
      isDismissable={!isDirty}
      onOpenChange={(open) => !open && askToClose()}
    >
      <Modal className={cx('modal', size)}>
        <AriaDialog role={role} className={cx('dialog')}>
          <div {...compositionGuard} className={cx('inside')}>
            <div className={cx('head')}>
              <Heading slot="title" level={2} className={cx('title')}>
                {title}
              </Heading>
              <IconButton label="閉じる" icon={X} onPress={askToClose} />
            </div>
            <div className={cx('body')}>{children}</div>
            {isAsking && <KeepEditing onKeep={() => setIsAsking(false)} onDiscard={close} />}
            {footer && !isAsking && (
              <AskToClose value={askToClose}>
                <div className={cx('footer')}>{footer}</div>
              </AskToClose>
            )}
          </div>
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
