using Apprentices.Domain;
using Apprentices.Features.Evaluations.Meeting;

namespace Apprentices.Features.Evaluations.Returns;

/// <summary>Where one talk stands, whether it has opened (<see cref="Evaluation.IsOpened"/>), and nothing of what is prepared or said in it.</summary>
public sealed record ReturnRow(
    Guid Id, Guid ApprenticeshipId, EvaluationKind Kind, int Number, EvaluationState State, string GivenName, string FamilyName, string Workplace, string CurriculumCode,
    DateOnly DueOn, DateOnly? PlannedOn, DateOnly? HeldOn, bool HasOpened, DateTimeOffset? ApprenticeHandedInAt, DateTimeOffset? SupervisorHandedInAt,
    IReadOnlyList<FormParties> SigningSteps, bool SignedByApprentice, bool SignedByInstructor, bool SignedByManager, bool SignedByHr)
{
    public required LocalText Trade { get; init; }

    /// <summary>A preparation that is begun and not handed in, by party; the talk does not open before it is.</summary>
    public bool InstructorIsWriting { get; init; }
    public bool ManagerIsWriting { get; init; }
    public bool HrIsWriting { get; init; }

    public string Apprentice => $"{GivenName} {FamilyName}";

    /// <summary>The parties whose turn it is to sign.</summary>
    public FormParties Turn => State == EvaluationState.Held ? Evaluation.Turn(SigningSteps, Settled) : FormParties.None;

    private FormParties Settled =>
        (SignedByApprentice ? FormParties.Apprentice : FormParties.None) | (SignedByInstructor ? FormParties.Instructor : FormParties.None)
        | (SignedByManager ? FormParties.TrainingManager : FormParties.None) | (SignedByHr ? FormParties.Hr : FormParties.None);

    private FormParties Writing =>
        (InstructorIsWriting ? FormParties.Instructor : FormParties.None) | (ManagerIsWriting ? FormParties.TrainingManager : FormParties.None)
        | (HrIsWriting ? FormParties.Hr : FormParties.None);

    /// <summary>By how many days it is overdue by law; nothing where it is not.</summary>
    public int? OverdueDays(DateOnly today) => Kind == EvaluationKind.HalfYear && State == EvaluationState.Planned && DueOn < today ? today.DayNumber - DueOn.DayNumber : null;

    /// <summary>What those it waits for are to be asked, and who they are.</summary>
    public TalkAsk? Ask(DateOnly today) => TalkAsk.For(
        State, PlannedOn, HasOpened, Evaluation.StillPreparing(ApprenticeHandedInAt is not null, SupervisorHandedInAt is not null, Writing), Turn, today);
}
