using Apprentices.Domain;

namespace Apprentices.Features.Samples;

/// <content>The papers of a contract, and what was seen to in time.</content>
public sealed partial class SampleRecord
{
    /// <summary>The contract was signed before the start, the agreement too, and the county approved it some weeks later.</summary>
    public void TellContract(Apprenticeship apprenticeship, Guid hrId)
    {
        var start = apprenticeship.StartsOn;
        if (start > today || apprenticeship.EnteredOn > start)
        {
            return;
        }

        var position = apprenticeship.Kind == ContractKind.Apprentice ? "1362" : "1446";
        apprenticeship.Record(new ContractSigned(start.AddDays(-34)), Decider.BothParties, start, hrId);
        apprenticeship.Record(new AgreementSigned(start.AddDays(-20), start, null, position), Decider.BothParties, start, hrId);
        if (start.AddDays(26) <= today)
        {
            apprenticeship.Record(new ContractApproved(start.AddDays(26)), Decider.County, start.AddDays(26), hrId);
        }
    }

    /// <summary>Whatever was due is done, some days before its last; in some records the latest is still open.</summary>
    public void SettleDuties(Apprenticeship apprenticeship, Guid hrId, bool leaveOpen)
    {
        var past = apprenticeship.Duties
            .Where(duty => duty.State == DutyState.Open && duty.Nature != DutyNature.Milestone && duty.DueOn < today)
            .OrderBy(duty => duty.DueOn).ThenBy(duty => duty.Kind).ToList();
        foreach (var duty in past.Take(past.Count - (leaveOpen ? 1 : 0)))
        {
            duty.MarkDone(PreviousWeekday(duty.DueOn.AddDays(-(2 + (duty.Number % 3)))), hrId, today);
        }
    }
}
