namespace Apprentices.Tests.Access;

/// <content>For which units HR is, and what auditors may read.</content>
internal static partial class AccessTable
{
    private const string OfRights = """
        ListHrUnits                      yes   yes   x     x     x     x     x     x     x     yes   -
        LimitHr: read                    yes   yes   x     x     x     x     x     x     x     yes   -
        LimitHr: somebody who is not of HR  -  -     x     x     x     x     x     x     x     -     -
        LimitHr                          yes   yes   x     x     x     x     x     x     x     yes   -
        ListAudits                       yes   yes   x     x     x     x     x     x     x     x     -
        FindRecords                      yes   yes   x     x     x     x     x     x     x     x     -
        GrantAudit                       yes   yes   x     x     x     x     x     x     x     x     -
        EndAudit                         yes   yes   x     x     x     x     x     x     x     x     -
        ListSensitiveFacts               yes   yes   yes   -     x     x     x     yes   -     x     -
        OpenSensitiveFact                yes   yes   yes   -     x     x     x     yes   -     x     -
        OpenSensitiveFact: without saying why  rule  rule  rule  -  x   x     x     yes   -     x     -
        OpenSensitiveFact: what is not kept  -  -    -     -     x     x     x     -     -     x     -
        KeepSensitiveFact                yes   yes   x     x     x     x     x     x     x     x     -
        KeepSensitiveFact: what the employer does not keep  rule  rule  x  x  x  x  x  x  x    x     -
        RemoveSensitiveFact              yes   yes   x     x     x     x     x     x     x     x     -
        ListAuditsOfRecord               yes   yes   yes   0     yes   0     0     yes   0     x     -
        """;
}
