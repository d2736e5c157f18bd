using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Apprentices.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Reminders : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "ReminderMails",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    RecipientId = table.Column<Guid>(type: "TEXT", nullable: false),
                    QueuedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    SentAt = table.Column<long>(type: "INTEGER", nullable: true),
                    CancelledAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Failures = table.Column<int>(type: "INTEGER", nullable: false),
                    NextTryAt = table.Column<long>(type: "INTEGER", nullable: false),
                    LastFailure = table.Column<string>(type: "TEXT", nullable: true),
                    FailureKind = table.Column<int>(type: "INTEGER", nullable: true),
                    GivenUpAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReminderMails", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ReminderMails_People_RecipientId",
                        column: x => x.RecipientId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            // Each promise was its own mail until now, and keeps its id, which is the Message-ID.
            migrationBuilder.Sql("""
                INSERT INTO "ReminderMails" ("Id", "RecipientId", "QueuedAt", "SentAt", "CancelledAt", "Failures", "NextTryAt", "LastFailure", "FailureKind", "GivenUpAt", "Version")
                SELECT "Id", "RecipientId", "QueuedAt", "SentAt", "CancelledAt", "Failures", "NextTryAt", "LastFailure",
                    CASE WHEN "LastFailure" IS NULL THEN NULL ELSE 2 END, CASE WHEN "Failures" >= 10 THEN "NextTryAt" END, "Version"
                FROM "Reminders"
                """);
            migrationBuilder.Sql("""CREATE TABLE "RemindersBefore" AS SELECT * FROM "Reminders" """);
            migrationBuilder.DropTable(name: "Reminders");

            migrationBuilder.CreateTable(
                name: "Reminders",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Subject = table.Column<int>(type: "INTEGER", nullable: false),
                    Kind = table.Column<int>(type: "INTEGER", nullable: true),
                    AboutId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ApprenticeshipId = table.Column<Guid>(type: "TEXT", nullable: true),
                    EvaluationId = table.Column<Guid>(type: "TEXT", nullable: true),
                    PlacementId = table.Column<Guid>(type: "TEXT", nullable: true),
                    DutyId = table.Column<Guid>(type: "TEXT", nullable: true),
                    ActionId = table.Column<Guid>(type: "TEXT", nullable: true),
                    DueOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Step = table.Column<int>(type: "INTEGER", nullable: false),
                    Rung = table.Column<int>(type: "INTEGER", nullable: false),
                    RecipientId = table.Column<Guid>(type: "TEXT", nullable: false),
                    MailOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    MailId = table.Column<Guid>(type: "TEXT", nullable: true),
                    QueuedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    CancelledAt = table.Column<long>(type: "INTEGER", nullable: true),
                    ReadAt = table.Column<long>(type: "INTEGER", nullable: true),
                    DoneAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Reminders", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Reminders_AgreedActions_ActionId",
                        column: x => x.ActionId,
                        principalTable: "AgreedActions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_Reminders_Apprenticeships_ApprenticeshipId",
                        column: x => x.ApprenticeshipId,
                        principalTable: "Apprenticeships",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_Reminders_Evaluations_EvaluationId",
                        column: x => x.EvaluationId,
                        principalTable: "Evaluations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_Reminders_People_RecipientId",
                        column: x => x.RecipientId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Reminders_Placements_PlacementId",
                        column: x => x.PlacementId,
                        principalTable: "Placements",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_Reminders_ReminderMails_MailId",
                        column: x => x.MailId,
                        principalTable: "ReminderMails",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Reminders_TrackedDuties_DutyId",
                        column: x => x.DutyId,
                        principalTable: "TrackedDuties",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });
            migrationBuilder.Sql("""
                INSERT INTO "Reminders" ("Id", "Subject", "AboutId", "ApprenticeshipId", "EvaluationId", "PlacementId", "DueOn", "Step", "Rung", "RecipientId", "MailOn", "MailId", "QueuedAt", "CancelledAt", "ReadAt", "Version")
                SELECT b."Id", CASE WHEN b."EvaluationId" IS NULL THEN 1 ELSE 0 END, COALESCE(b."EvaluationId", b."PlacementId"), COALESCE(e."ApprenticeshipId", p."ApprenticeshipId"),
                    b."EvaluationId", b."PlacementId", b."DueOn", b."Step", 0, b."RecipientId", b."DueOn", b."Id", b."QueuedAt", b."CancelledAt", b."ReadAt", b."Version"
                FROM "RemindersBefore" b LEFT JOIN "Evaluations" e ON e."Id" = b."EvaluationId" LEFT JOIN "Placements" p ON p."Id" = b."PlacementId"
                """);
            migrationBuilder.DropTable(name: "RemindersBefore");

            migrationBuilder.CreateIndex(name: "IX_ReminderMails_RecipientId_QueuedAt", table: "ReminderMails", columns: ["RecipientId", "QueuedAt"]);
            migrationBuilder.CreateIndex(name: "IX_ReminderMails_SentAt_CancelledAt_NextTryAt", table: "ReminderMails", columns: ["SentAt", "CancelledAt", "NextTryAt"]);
            migrationBuilder.CreateIndex(
                name: "IX_Reminders_AboutId_Subject_DueOn_Step_RecipientId", table: "Reminders", columns: ["AboutId", "Subject", "DueOn", "Step", "RecipientId"], unique: true);
            migrationBuilder.CreateIndex(name: "IX_Reminders_ActionId", table: "Reminders", column: "ActionId");
            migrationBuilder.CreateIndex(name: "IX_Reminders_DutyId", table: "Reminders", column: "DutyId");
            migrationBuilder.CreateIndex(name: "IX_Reminders_EvaluationId", table: "Reminders", column: "EvaluationId");
            migrationBuilder.CreateIndex(name: "IX_Reminders_ApprenticeshipId", table: "Reminders", column: "ApprenticeshipId");
            migrationBuilder.CreateIndex(name: "IX_Reminders_MailId_CancelledAt_MailOn", table: "Reminders", columns: ["MailId", "CancelledAt", "MailOn"]);
            migrationBuilder.CreateIndex(name: "IX_Reminders_PlacementId", table: "Reminders", column: "PlacementId");
            migrationBuilder.CreateIndex(name: "IX_Reminders_RecipientId_ReadAt", table: "Reminders", columns: ["RecipientId", "ReadAt"]);

            migrationBuilder.AddColumn<int>(
                name: "FailureKind",
                table: "TalkMails",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "GivenUpAt",
                table: "TalkMails",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "CancelAskedAt",
                table: "JobRuns",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Instance",
                table: "JobRuns",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<int>(
                name: "Progress",
                table: "JobRuns",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "Total",
                table: "JobRuns",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "FeedAddresses",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    SecretHash = table.Column<byte[]>(type: "BLOB", nullable: false),
                    CreatedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    FetchedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    ContentHash = table.Column<byte[]>(type: "BLOB", nullable: false),
                    ChangedAt = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FeedAddresses", x => x.Id);
                    table.ForeignKey(
                        name: "FK_FeedAddresses_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "JobStates",
                columns: table => new
                {
                    Id = table.Column<string>(type: "TEXT", nullable: false),
                    RunId = table.Column<Guid>(type: "TEXT", nullable: true),
                    HeldUntil = table.Column<long>(type: "INTEGER", nullable: true),
                    WokenAt = table.Column<long>(type: "INTEGER", nullable: true),
                    PausedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    PausedById = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_JobStates", x => x.Id);
                    table.ForeignKey(
                        name: "FK_JobStates_People_PausedById",
                        column: x => x.PausedById,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.SetNull);
                });

            migrationBuilder.CreateTable(
                name: "Leaves",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    FromOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    ToOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    DeputyId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Leaves", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Leaves_People_DeputyId",
                        column: x => x.DeputyId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Leaves_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "MailPauses",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false),
                    PausedById = table.Column<Guid>(type: "TEXT", nullable: false),
                    PausedAt = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MailPauses", x => x.Id);
                    table.ForeignKey(
                        name: "FK_MailPauses_People_PausedById",
                        column: x => x.PausedById,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "NotificationChoices",
                columns: table => new
                {
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Rhythm = table.Column<int>(type: "INTEGER", nullable: false),
                    WeeklyOn = table.Column<int>(type: "INTEGER", nullable: false),
                    InboxOnly = table.Column<bool>(type: "INTEGER", nullable: false),
                    QuietFrom = table.Column<TimeOnly>(type: "TEXT", nullable: true),
                    QuietTo = table.Column<TimeOnly>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_NotificationChoices", x => x.PersonId);
                    table.ForeignKey(
                        name: "FK_NotificationChoices_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ReminderSettings",
                columns: table => new
                {
                    Id = table.Column<string>(type: "TEXT", nullable: false),
                    IsOff = table.Column<bool>(type: "INTEGER", nullable: false),
                    Steps = table.Column<string>(type: "TEXT", nullable: false),
                    Recipients = table.Column<int>(type: "INTEGER", nullable: false),
                    TrainingManagerAfter = table.Column<int>(type: "INTEGER", nullable: true),
                    HrAfter = table.Column<int>(type: "INTEGER", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReminderSettings", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ReminderTexts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    TopicId = table.Column<string>(type: "TEXT", nullable: false),
                    Language = table.Column<int>(type: "INTEGER", nullable: false),
                    Text = table.Column<string>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReminderTexts", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_FeedAddresses_PersonId",
                table: "FeedAddresses",
                column: "PersonId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_FeedAddresses_SecretHash",
                table: "FeedAddresses",
                column: "SecretHash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_JobStates_PausedById",
                table: "JobStates",
                column: "PausedById");

            migrationBuilder.CreateIndex(
                name: "IX_Leaves_DeputyId",
                table: "Leaves",
                column: "DeputyId");

            migrationBuilder.CreateIndex(
                name: "IX_Leaves_PersonId",
                table: "Leaves",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_Leaves_ToOn",
                table: "Leaves",
                column: "ToOn");

            migrationBuilder.CreateIndex(
                name: "IX_MailPauses_PausedById",
                table: "MailPauses",
                column: "PausedById");

            migrationBuilder.CreateIndex(
                name: "IX_ReminderTexts_TopicId_Language",
                table: "ReminderTexts",
                columns: new[] { "TopicId", "Language" },
                unique: true);

            // Those given up until now were tried ten times; why is not known any more.
            migrationBuilder.Sql("""
                UPDATE "TalkMails" SET "FailureKind" = CASE WHEN "LastFailure" IS NULL THEN NULL ELSE 2 END, "GivenUpAt" = CASE WHEN "Failures" >= 10 THEN "NextTryAt" END
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("""
                CREATE TABLE "RemindersAfter" AS
                SELECT r.*, m."SentAt" AS "MailSentAt", m."Failures" AS "MailFailures", m."NextTryAt" AS "MailNextTryAt", m."LastFailure" AS "MailLastFailure"
                FROM "Reminders" r LEFT JOIN "ReminderMails" m ON m."Id" = r."MailId"
                WHERE r."Subject" IN (0, 1)
                """);
            migrationBuilder.DropTable(name: "Reminders");
            migrationBuilder.DropTable(name: "ReminderMails");

            migrationBuilder.CreateTable(
                name: "Reminders",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    EvaluationId = table.Column<Guid>(type: "TEXT", nullable: true),
                    PlacementId = table.Column<Guid>(type: "TEXT", nullable: true),
                    DueOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Step = table.Column<int>(type: "INTEGER", nullable: false),
                    RecipientId = table.Column<Guid>(type: "TEXT", nullable: false),
                    QueuedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    SentAt = table.Column<long>(type: "INTEGER", nullable: true),
                    CancelledAt = table.Column<long>(type: "INTEGER", nullable: true),
                    ReadAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Failures = table.Column<int>(type: "INTEGER", nullable: false),
                    NextTryAt = table.Column<long>(type: "INTEGER", nullable: false),
                    LastFailure = table.Column<string>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Reminders", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Reminders_Evaluations_EvaluationId",
                        column: x => x.EvaluationId,
                        principalTable: "Evaluations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_Reminders_People_RecipientId",
                        column: x => x.RecipientId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Reminders_Placements_PlacementId",
                        column: x => x.PlacementId,
                        principalTable: "Placements",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });
            migrationBuilder.Sql("""
                INSERT INTO "Reminders" ("Id", "EvaluationId", "PlacementId", "DueOn", "Step", "RecipientId", "QueuedAt", "SentAt", "CancelledAt", "ReadAt", "Failures", "NextTryAt", "LastFailure", "Version")
                SELECT "Id", "EvaluationId", "PlacementId", "DueOn", "Step", "RecipientId", "QueuedAt", "MailSentAt", "CancelledAt", "ReadAt", COALESCE("MailFailures", 0), COALESCE("MailNextTryAt", "QueuedAt"), "MailLastFailure", "Version"
                FROM "RemindersAfter"
                """);
            migrationBuilder.DropTable(name: "RemindersAfter");

            migrationBuilder.CreateIndex(
                name: "IX_Reminders_EvaluationId_DueOn_Step_RecipientId", table: "Reminders", columns: ["EvaluationId", "DueOn", "Step", "RecipientId"], unique: true);
            migrationBuilder.CreateIndex(
                name: "IX_Reminders_PlacementId_DueOn_Step_RecipientId", table: "Reminders", columns: ["PlacementId", "DueOn", "Step", "RecipientId"], unique: true);
            migrationBuilder.CreateIndex(name: "IX_Reminders_RecipientId_ReadAt", table: "Reminders", columns: ["RecipientId", "ReadAt"]);
            migrationBuilder.CreateIndex(name: "IX_Reminders_SentAt_CancelledAt_NextTryAt", table: "Reminders", columns: ["SentAt", "CancelledAt", "NextTryAt"]);

            migrationBuilder.DropTable(
                name: "FeedAddresses");

            migrationBuilder.DropTable(
                name: "JobStates");

            migrationBuilder.DropTable(
                name: "Leaves");

            migrationBuilder.DropTable(
                name: "MailPauses");

            migrationBuilder.DropTable(
                name: "NotificationChoices");

            migrationBuilder.DropTable(
                name: "ReminderSettings");

            migrationBuilder.DropTable(
                name: "ReminderTexts");

            migrationBuilder.DropColumn(
                name: "FailureKind",
                table: "TalkMails");

            migrationBuilder.DropColumn(
                name: "GivenUpAt",
                table: "TalkMails");

            migrationBuilder.DropColumn(
                name: "CancelAskedAt",
                table: "JobRuns");

            migrationBuilder.DropColumn(
                name: "Instance",
                table: "JobRuns");

            migrationBuilder.DropColumn(
                name: "Progress",
                table: "JobRuns");

            migrationBuilder.DropColumn(
                name: "Total",
                table: "JobRuns");
        }
    }
}
