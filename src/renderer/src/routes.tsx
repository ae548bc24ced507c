// Every path of the app and the screen behind it. Papers stand outside the frame: they are printed, not used.
import { createRootRoute, createRoute, Outlet } from '@tanstack/react-router';
import { z } from 'zod';
import { publicationIdSchema } from '#shared/contract/publications.contract.ts';
import { calendarMonthSchema } from '#shared/model/calendar-date.ts';
import { consultationIdSchema, meetingIdSchema, personIdSchema } from '#shared/model/ids.ts';
import { AuditScreen } from './features/audit/audit-screen.tsx';
import { ClosingsScreen } from './features/closings/closings-screen.tsx';
import { ConsultationEditScreen, NewConsultationScreen } from './features/consultations/consultation-screen.tsx';
import { ConsultationsScreen } from './features/consultations/consultations-screen.tsx';
import { DisclosureScreen } from './features/disclosure/disclosure-screen.tsx';
import { HandoutsScreen } from './features/handouts/handouts-screen.tsx';
import { MeetingsScreen } from './features/meetings/meetings-screen.tsx';
import { PeopleScreen } from './features/people/people-screen.tsx';
import { EditPersonScreen, NewPersonScreen } from './features/people/person-edit-screens.tsx';
import { MakingScreen } from './features/publications/making-screen.tsx';
import { PublicationsScreen } from './features/publications/publications-screen.tsx';
import { PublishedScreen } from './features/publications/published-screen.tsx';
import { DisposalScreen } from './features/retention/disposal-screen.tsx';
import { ErasureReview } from './features/retention/erasure-review.tsx';
import { SupportersScreen } from './features/supporters/supporters-screen.tsx';
import { ImportScreen } from './features/transfer/import-screen.tsx';
import { KeysScreen } from './features/vault/keys-screen.tsx';
import { WardScreen } from './features/ward/ward-screen.tsx';
import { MeetingPage } from './pages/meeting-page.tsx';
import { PersonPage } from './pages/person-page.tsx';
import { RegisterFrame } from './pages/register-frame.tsx';
import { SettingsPage } from './pages/settings-page.tsx';
import { TodayPage } from './pages/today-page.tsx';
import { DisclosurePaper } from './print/disclosure-paper.tsx';
import { DisposalPaper } from './print/disposal-paper.tsx';
import { LossPaper } from './print/loss-paper.tsx';
import { PacketPaper } from './print/packet-paper.tsx';
import { PublicationPaper } from './print/publication-paper.tsx';
import { RecoveryCodePaper } from './print/recovery-code-paper.tsx';

const root = createRootRoute({ component: Outlet });
const frame = createRoute({ getParentRoute: () => root, id: 'frame', component: RegisterFrame });
const inFrame = () => frame;
const onPaper = () => root;

const person = {
  parse: (params: { personId: string }) => ({ personId: personIdSchema.parse(params.personId) }),
};
const meeting = {
  parse: (params: { meetingId: string }) => ({ meetingId: meetingIdSchema.parse(params.meetingId) }),
};

const today = createRoute({ getParentRoute: inFrame, path: '/', component: TodayPage });
const people = createRoute({ getParentRoute: inFrame, path: '/people', component: PeopleScreen });
const newPerson = createRoute({ getParentRoute: inFrame, path: '/people/new', component: NewPersonScreen });
const onePerson = createRoute({
  getParentRoute: inFrame,
  path: '/people/$personId',
  params: person,
  component: () => {
    const { personId } = onePerson.useParams();
    return <PersonPage key={personId} personId={personId} />;
  },
});
const editPerson = createRoute({
  getParentRoute: inFrame,
  path: '/people/$personId/edit',
  params: person,
  component: () => <EditPersonScreen personId={editPerson.useParams().personId} />,
});
const disclosure = createRoute({
  getParentRoute: inFrame,
  path: '/people/$personId/disclosure',
  params: person,
  component: () => <DisclosureScreen personId={disclosure.useParams().personId} />,
});
const consultations = createRoute({ getParentRoute: inFrame, path: '/consultations', component: ConsultationsScreen });
const newConsultation = createRoute({
  getParentRoute: inFrame,
  path: '/consultations/new',
  validateSearch: z.object({ personId: personIdSchema.optional() }),
  component: () => <NewConsultationScreen personId={newConsultation.useSearch().personId ?? null} />,
});
const oneConsultation = createRoute({
  getParentRoute: inFrame,
  path: '/consultations/$consultationId',
  params: {
    parse: (params: { consultationId: string }) => ({
      consultationId: consultationIdSchema.parse(params.consultationId),
    }),
  },
  component: () => <ConsultationEditScreen consultationId={oneConsultation.useParams().consultationId} />,
});
const meetings = createRoute({ getParentRoute: inFrame, path: '/meetings', component: MeetingsScreen });
const oneMeeting = createRoute({
  getParentRoute: inFrame,
  path: '/meetings/$meetingId',
  params: meeting,
  component: () => <MeetingPage meetingId={oneMeeting.useParams().meetingId} />,
});
const reports = createRoute({
  getParentRoute: inFrame,
  path: '/reports',
  validateSearch: z.object({ month: calendarMonthSchema.optional() }),
  component: () => <PublicationsScreen month={reports.useSearch().month ?? null} />,
});
const newReport = createRoute({
  getParentRoute: inFrame,
  path: '/reports/new',
  validateSearch: z.object({ month: calendarMonthSchema.optional() }),
  component: () => <MakingScreen month={newReport.useSearch().month ?? null} />,
});
const oneReport = createRoute({
  getParentRoute: inFrame,
  path: '/reports/$publicationId',
  params: {
    parse: (params: { publicationId: string }) => ({
      publicationId: publicationIdSchema.parse(params.publicationId),
    }),
  },
  component: () => <PublishedScreen publicationId={oneReport.useParams().publicationId} />,
});
const closings = createRoute({ getParentRoute: inFrame, path: '/closings', component: ClosingsScreen });
const ward = createRoute({ getParentRoute: inFrame, path: '/ward', component: WardScreen });
const importing = createRoute({ getParentRoute: inFrame, path: '/import', component: ImportScreen });
const settings = createRoute({ getParentRoute: inFrame, path: '/settings', component: SettingsPage });
const keys = createRoute({ getParentRoute: inFrame, path: '/keys', component: KeysScreen });
const supporters = createRoute({ getParentRoute: inFrame, path: '/supporters', component: SupportersScreen });

const handouts = createRoute({ getParentRoute: inFrame, path: '/handouts', component: HandoutsScreen });

const audit = createRoute({
  getParentRoute: inFrame,
  path: '/audit',
  validateSearch: z.object({ personId: personIdSchema.optional() }),
  component: () => {
    const { personId = null } = audit.useSearch();
    return <AuditScreen key={personId} personId={personId} />;
  },
});

const disposal = createRoute({ getParentRoute: inFrame, path: '/disposal', component: DisposalScreen });
const disposalReview = createRoute({
  getParentRoute: inFrame,
  path: '/disposal/review',
  validateSearch: z.object({ people: z.array(personIdSchema).min(1) }),
  component: () => {
    const { people: personIds } = disposalReview.useSearch();
    return <ErasureReview key={personIds.join()} personIds={personIds} />;
  },
});

const packetPaper = createRoute({
  getParentRoute: onPaper,
  path: '/print/packet/$meetingId',
  params: meeting,
  validateSearch: z.object({ firstCopy: z.coerce.number(), copies: z.coerce.number() }),
  component: () => {
    const { meetingId } = packetPaper.useParams();
    const { firstCopy, copies } = packetPaper.useSearch();
    return <PacketPaper meetingId={meetingId} firstCopy={firstCopy} copies={copies} />;
  },
});
const publicationPaper = createRoute({
  getParentRoute: onPaper,
  path: '/print/publication/$preparedId',
  params: { parse: (params: { preparedId: string }) => ({ preparedId: z.uuid().parse(params.preparedId) }) },
  component: () => <PublicationPaper preparedId={publicationPaper.useParams().preparedId} />,
});
const recoveryCodePaper = createRoute({
  getParentRoute: onPaper,
  path: '/print/recovery-code',
  component: RecoveryCodePaper,
});
const lossPaper = createRoute({ getParentRoute: onPaper, path: '/print/loss', component: LossPaper });

const disposalPaper = createRoute({
  getParentRoute: onPaper,
  path: '/print/disposal/$number',
  params: { parse: (params: { number: string }) => ({ number: z.coerce.number().int().min(1).parse(params.number) }) },
  component: () => <DisposalPaper number={disposalPaper.useParams().number} />,
});

const disclosurePaper = createRoute({
  getParentRoute: onPaper,
  path: '/print/disclosure/$sheetId',
  params: { parse: (params: { sheetId: string }) => ({ sheetId: z.uuid().parse(params.sheetId) }) },
  component: () => <DisclosurePaper sheetId={disclosurePaper.useParams().sheetId} />,
});

export const routeTree = root.addChildren([
  frame.addChildren([
    today,
    people,
    newPerson,
    onePerson,
    editPerson,
    disclosure,
    consultations,
    newConsultation,
    oneConsultation,
    meetings,
    oneMeeting,
    reports,
    newReport,
    oneReport,
    closings,
    ward,
    importing,
    settings,
    keys,
    supporters,
    audit,
    handouts,
    disposal,
    disposalReview,
  ]),
  packetPaper,
  publicationPaper,
  recoveryCodePaper,
  lossPaper,
  disposalPaper,
  disclosurePaper,
]);
