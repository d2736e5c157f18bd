using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Apprentices.Data.Migrations.Postgres
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
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    RecipientId = table.Column<Guid>(type: "uuid", nullable: false),
                    QueuedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    SentAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    CancelledAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    Failures = table.Column<int>(type: "integer", nullable: false),
                    NextTryAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    LastFailure = table.Column<string>(type: "text", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false)
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
                INSERT INTO "ReminderMails" ("Id", "RecipientId", "QueuedAt", "SentAt", "CancelledAt", "Failures", "NextTryAt", "LastFailure", "Version")
                SELECT "Id", "RecipientId", "QueuedAt", "SentAt", "CancelledAt", "Failures", "NextTryAt", "LastFailure", "Version" FROM "Reminders"
                """);
            migrationBuilder.Sql("""CREATE TABLE "RemindersBefore" AS SELECT * FROM "Reminders" """);
            migrationBuilder.DropTable(name: "Reminders");

            migrationBuilder.CreateTable(
                name: "Reminders",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Subject = table.Column<int>(type: "integer", nullable: false),
                    Kind = table.Column<int>(type: "integer", nullable: true),
                    AboutId = table.Column<Guid>(type: "uuid", nullable: false),
                    EvaluationId = table.Column<Guid>(type: "uuid", nullable: true),
                    PlacementId = table.Column<Guid>(type: "uuid", nullable: true),
                    DutyId = table.Column<Guid>(type: "uuid", nullable: true),
                    ActionId = table.Column<Guid>(type: "uuid", nullable: true),
                    DueOn = table.Column<DateOnly>(type: "date", nullable: false),
                    Step = table.Column<int>(type: "integer", nullable: false),
                    Rung = table.Column<int>(type: "integer", nullable: false),
                    RecipientId = table.Column<Guid>(type: "uuid", nullable: false),
                    MailId = table.Column<Guid>(type: "uuid", nullable: true),
                    QueuedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    CancelledAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    ReadAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false)
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
                INSERT INTO "Reminders" ("Id", "Subject", "AboutId", "EvaluationId", "PlacementId", "DueOn", "Step", "Rung", "RecipientId", "MailId", "QueuedAt", "CancelledAt", "ReadAt", "Version")
                SELECT "Id", CASE WHEN "EvaluationId" IS NULL THEN 1 ELSE 0 END, COALESCE("EvaluationId", "PlacementId"), "EvaluationId", "PlacementId", "DueOn", "Step", 0, "RecipientId", "Id", "QueuedAt", "CancelledAt", "ReadAt", "Version"
                FROM "RemindersBefore"
                """);
            migrationBuilder.DropTable(name: "RemindersBefore");

            migrationBuilder.CreateIndex(name: "IX_ReminderMails_RecipientId", table: "ReminderMails", column: "RecipientId");
            migrationBuilder.CreateIndex(name: "IX_ReminderMails_SentAt_CancelledAt_NextTryAt", table: "ReminderMails", columns: ["SentAt", "CancelledAt", "NextTryAt"]);
            migrationBuilder.CreateIndex(
                name: "IX_Reminders_AboutId_Subject_DueOn_Step_RecipientId", table: "Reminders", columns: ["AboutId", "Subject", "DueOn", "Step", "RecipientId"], unique: true);
            migrationBuilder.CreateIndex(name: "IX_Reminders_ActionId", table: "Reminders", column: "ActionId");
            migrationBuilder.CreateIndex(name: "IX_Reminders_DutyId", table: "Reminders", column: "DutyId");
            migrationBuilder.CreateIndex(name: "IX_Reminders_EvaluationId", table: "Reminders", column: "EvaluationId");
            migrationBuilder.CreateIndex(name: "IX_Reminders_MailId_CancelledAt", table: "Reminders", columns: ["MailId", "CancelledAt"]);
            migrationBuilder.CreateIndex(name: "IX_Reminders_PlacementId", table: "Reminders", column: "PlacementId");
            migrationBuilder.CreateIndex(name: "IX_Reminders_RecipientId_ReadAt", table: "Reminders", columns: ["RecipientId", "ReadAt"]);
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
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    EvaluationId = table.Column<Guid>(type: "uuid", nullable: true),
                    PlacementId = table.Column<Guid>(type: "uuid", nullable: true),
                    DueOn = table.Column<DateOnly>(type: "date", nullable: false),
                    Step = table.Column<int>(type: "integer", nullable: false),
                    RecipientId = table.Column<Guid>(type: "uuid", nullable: false),
                    QueuedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    SentAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    CancelledAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    ReadAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    Failures = table.Column<int>(type: "integer", nullable: false),
                    NextTryAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    LastFailure = table.Column<string>(type: "text", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false)
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
        }
    }
}
