using Apprentices.Domain;
using Apprentices.Shared;

namespace Apprentices.Features.FinalTests;

/// <summary>Each line of what has to be in place, as one sentence.</summary>
internal static class ReadinessWords
{
    /// <param name="item">The line.</param>
    /// <param name="test">What it is about.</param>
    public static string Sentence(ReadinessItem item, FinalTestDetails test) => item.Kind switch
    {
        ReadinessKind.Goals => Goals(item),
        ReadinessKind.Subjects => Subjects(item, test.State.TestPassedOn is not null),
        ReadinessKind.Credentials => item.State == ReadinessState.NotNeeded
            ? FinalTestTexts.CredentialsNone : Texts.Format(item.State == ReadinessState.Done ? FinalTestTexts.CredentialsAll : FinalTestTexts.CredentialsSome, item.Number, item.Of),
        ReadinessKind.Accommodation => Accommodation(item),
        ReadinessKind.Registration => Registration(item, test.Today),
        ReadinessKind.Responsible => test.Ahead?.Responsible is { } name ? Texts.Format(FinalTestTexts.ResponsibleIs, name) : FinalTestTexts.ResponsibleNone,
        ReadinessKind.Trial => Trial(item),
        ReadinessKind.Dates => Dates(item),
        _ => Certificate(item),
    };

    private static string Goals(ReadinessItem item) => item switch
    {
        { Of: 0 } => FinalTestTexts.GoalsNone,
        { State: ReadinessState.Done } => Texts.Format(FinalTestTexts.GoalsAll, item.Of),
        _ => Texts.Format(FinalTestTexts.GoalsSome, item.Number, item.Of),
    };

    private static string Subjects(ReadinessItem item, bool passed) => item switch
    {
        { State: ReadinessState.NotNeeded } => FinalTestTexts.SubjectsNotNeeded,
        { State: ReadinessState.Done } => FinalTestTexts.SubjectsNone,
        { Number: 0 } => FinalTestTexts.SubjectsUnclear,
        { State: ReadinessState.Remains } => Texts.Count(item.Number, FinalTestTexts.SubjectsOne, FinalTestTexts.SubjectsSeveral),
        _ when passed => Texts.Count(item.Number, FinalTestTexts.SubjectsBeforeCertificateOne, FinalTestTexts.SubjectsBeforeCertificate),
        _ => Texts.Format(FinalTestTexts.SubjectsTooMany, item.Number, item.Of),
    };

    private static string Accommodation(ReadinessItem item) => item switch
    {
        { State: ReadinessState.Done, On: { } on } => Texts.Format(FinalTestTexts.AccommodationSettled, SpokenDate.Full(on)),
        { State: ReadinessState.Waiting, On: { } on } => Texts.Format(FinalTestTexts.AccommodationApplied, SpokenDate.Full(on)),
        { State: ReadinessState.Remains, On: { } on } => Texts.Format(FinalTestTexts.AccommodationOpen, SpokenDate.Full(on)),
        _ => FinalTestTexts.AccommodationNone,
    };

    private static string Registration(ReadinessItem item, DateOnly today) => item switch
    {
        { State: ReadinessState.Done, On: { } on } => Texts.Format(FinalTestTexts.RegistrationApproved, SpokenDate.Full(on)),
        { State: ReadinessState.Waiting, On: { } on } => Texts.Format(FinalTestTexts.RegistrationSent, SpokenDate.Full(on)),
        { State: ReadinessState.Remains, On: { } on } => Texts.Format(on < today ? FinalTestTexts.RegistrationBefore : FinalTestTexts.RegistrationOpens, SpokenDate.Full(on)),
        { State: ReadinessState.Late, On: { } on } => Texts.Format(FinalTestTexts.RegistrationLate, SpokenDate.Full(on)),
        { On: { } on } => Texts.Format(FinalTestTexts.RegistrationOpen, SpokenDate.Full(on)),
        _ => FinalTestTexts.RegistrationNone,
    };

    private static string Trial(ReadinessItem item) => item switch
    {
        { State: ReadinessState.Done, On: { } on } => Texts.Format(FinalTestTexts.TrialHeld, SpokenDate.Full(on)),
        { State: ReadinessState.Waiting, On: { } on } => Texts.Format(FinalTestTexts.TrialAgreed, SpokenDate.Full(on)),
        { State: ReadinessState.Remains, Number: 1, On: { } on } => Texts.Format(FinalTestTexts.TrialWasAgreed, SpokenDate.Full(on)),
        { State: ReadinessState.Remains, On: { } on } => Texts.Format(FinalTestTexts.TrialOpen, SpokenDate.Full(on)),
        _ => FinalTestTexts.TrialNone,
    };

    private static string Dates(ReadinessItem item) => item switch
    {
        { State: ReadinessState.Done, On: { } on } => Texts.Format(FinalTestTexts.DatesAgreedFrom, SpokenDate.Full(on)),
        { State: ReadinessState.Blocks } => FinalTestTexts.DatesToAgree,
        _ => FinalTestTexts.DatesLater,
    };

    private static string Certificate(ReadinessItem item) => item switch
    {
        { State: ReadinessState.Done, On: { } on } => Texts.Format(FinalTestTexts.CertificateThere, SpokenDate.Full(on)),
        { State: ReadinessState.Waiting, On: { } on } => Texts.Format(FinalTestTexts.CertificateAfterEnd, SpokenDate.Full(on)),
        _ => FinalTestTexts.CertificateComes,
    };
}
