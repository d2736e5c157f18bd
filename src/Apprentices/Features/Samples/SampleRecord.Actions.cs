using Apprentices.Domain;

namespace Apprentices.Features.Samples;

/// <content>What the talks agreed on.</content>
public sealed partial class SampleRecord
{
    private static readonly LocalText[] ForInstructors =
    [
        new("Sette av en fast halvtime hver mandag", "Setje av ein fast halvtime kvar måndag", "Set aside a regular half hour every Monday"),
        new("Gi plass på de neste vaktmøtene", "Gje plass på dei neste vaktmøta", "Make room in the next duty meetings"),
        new("Finne et oppdrag å ha alene", "Finne eit oppdrag å ha åleine", "Find an assignment to be handled alone"),
        new("Avtale besøk hos en avdeling til", "Avtale besøk hos ei avdeling til", "Arrange a visit to another department"),
    ];

    private static readonly LocalText[] ForApprentices =
    [
        new("Lage en plan for et nytt oppdrag, fra behov til ferdig", "Lage ein plan for eit nytt oppdrag, frå behov til ferdig", "Make a plan for a new assignment, from need to completion"),
        new("Øve på å skrive rutinen slik at en ny kollega kan følge den", "Øve på å skrive rutinen slik at ein ny kollega kan følgje han", "Practise writing the routine so that a new colleague can follow it"),
        new("Vise fram arbeidet på avdelingsmøtet", "Vise fram arbeidet på avdelingsmøtet", "Present the work at the department meeting"),
        new("Skrive logg hver fredag", "Skrive logg kvar fredag", "Write the log every Friday"),
    ];

    private int agreed;

    /// <summary>Two things to do from each talk: of the latest they are open, one of them past its day here and there; of the others done.</summary>
    private void AgreeOnActions(Evaluation talk, Person apprentice, Person instructor, Language language, DateOnly heldOn, bool isLatest)
    {
        var turn = agreed++;
        var hers = talk.AgreeOn(Said(ForApprentices[turn % ForApprentices.Length], language), apprentice.Id, apprentice.FullName, Due(heldOn, isLatest, 9 + (turn % 3 * 7)), heldOn);
        var theirs = talk.AgreeOn(Said(ForInstructors[turn % ForInstructors.Length], language), instructor.Id, instructor.FullName, Due(heldOn, isLatest, turn % 5 == 1 ? -3 : 3 + (turn % 5 * 6)), heldOn);
        if (!isLatest)
        {
            hers.Finish(hers.DueOn, apprentice.Id);
            theirs.Finish(theirs.DueOn, instructor.Id);
        }
    }

    private DateOnly Due(DateOnly heldOn, bool isLatest, int days)
    {
        var day = NextWeekday(isLatest ? today.AddDays(days) : heldOn.AddDays(21));
        return day < heldOn ? heldOn : day;
    }

    private static string Said(LocalText text, Language language) => language switch
    {
        Language.Nynorsk => text.Nn,
        Language.English => text.En,
        _ => text.Nb,
    };
}
