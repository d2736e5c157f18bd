using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Apprentices.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Evidence : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Drafts_AuthorId_Place",
                table: "Drafts");

            migrationBuilder.AddColumn<DateOnly>(
                name: "DocumentedOn",
                table: "PlannedGoals",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "DecidedAt",
                table: "LogEntries",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "EnteredElsewhereOn",
                table: "LogEntries",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "HandedInAt",
                table: "LogEntries",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Minutes",
                table: "LogEntries",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Reflection",
                table: "LogEntries",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "State",
                table: "LogEntries",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<DateOnly>(
                name: "WorkedTo",
                table: "LogEntries",
                type: "TEXT",
                nullable: false,
                defaultValue: new DateOnly(1, 1, 1));

            migrationBuilder.AddColumn<int>(
                name: "Version",
                table: "Drafts",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            // An entry was about one day until now; and a goal counts as documented since the rating that holds.
            migrationBuilder.Sql("""UPDATE "LogEntries" SET "WorkedTo" = "WorkedOn";""");
            migrationBuilder.Sql("""UPDATE "PlannedGoals" SET "DocumentedOn" = "RatedOn" WHERE "Level" >= 3;""");

            migrationBuilder.CreateTable(
                name: "Attachments",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ApprenticeshipId = table.Column<Guid>(type: "TEXT", nullable: false),
                    LogEntryId = table.Column<Guid>(type: "TEXT", nullable: true),
                    AddedById = table.Column<Guid>(type: "TEXT", nullable: false),
                    AddedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    Kind = table.Column<int>(type: "INTEGER", nullable: false),
                    MediaType = table.Column<string>(type: "TEXT", nullable: false),
                    Size = table.Column<long>(type: "INTEGER", nullable: false),
                    Sha256 = table.Column<string>(type: "TEXT", nullable: false),
                    Width = table.Column<int>(type: "INTEGER", nullable: true),
                    Height = table.Column<int>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Attachments", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Attachments_Apprenticeships_ApprenticeshipId",
                        column: x => x.ApprenticeshipId,
                        principalTable: "Apprenticeships",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_Attachments_LogEntries_LogEntryId",
                        column: x => x.LogEntryId,
                        principalTable: "LogEntries",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_Attachments_People_AddedById",
                        column: x => x.AddedById,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "LogEntryTask",
                columns: table => new
                {
                    LogEntryId = table.Column<Guid>(type: "TEXT", nullable: false),
                    TasksId = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LogEntryTask", x => new { x.LogEntryId, x.TasksId });
                    table.ForeignKey(
                        name: "FK_LogEntryTask_LogEntries_LogEntryId",
                        column: x => x.LogEntryId,
                        principalTable: "LogEntries",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_LogEntryTask_PlannedTasks_TasksId",
                        column: x => x.TasksId,
                        principalTable: "PlannedTasks",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "LogEvents",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    LogEntryId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<int>(type: "INTEGER", nullable: false),
                    ById = table.Column<Guid>(type: "TEXT", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    Comment = table.Column<string>(type: "TEXT", nullable: true),
                    Content = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LogEvents", x => x.Id);
                    table.ForeignKey(
                        name: "FK_LogEvents_LogEntries_LogEntryId",
                        column: x => x.LogEntryId,
                        principalTable: "LogEntries",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_LogEvents_People_ById",
                        column: x => x.ById,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "LogSettings",
                columns: table => new
                {
                    CurriculumCode = table.Column<string>(type: "TEXT", nullable: false),
                    Rhythm = table.Column<int>(type: "INTEGER", nullable: false),
                    IsOff = table.Column<bool>(type: "INTEGER", nullable: false),
                    NeedsTwoApprovals = table.Column<bool>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LogSettings", x => x.CurriculumCode);
                    table.ForeignKey(
                        name: "FK_LogSettings_Curricula_CurriculumCode",
                        column: x => x.CurriculumCode,
                        principalTable: "Curricula",
                        principalColumn: "Code",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Observations",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ApprenticeshipId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ObservedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Text = table.Column<string>(type: "TEXT", nullable: false),
                    AuthorId = table.Column<Guid>(type: "TEXT", nullable: false),
                    WrittenAt = table.Column<long>(type: "INTEGER", nullable: false),
                    CorrectedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Observations", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Observations_Apprenticeships_ApprenticeshipId",
                        column: x => x.ApprenticeshipId,
                        principalTable: "Apprenticeships",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_Observations_People_AuthorId",
                        column: x => x.AuthorId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "PutOffs",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<int>(type: "INTEGER", nullable: false),
                    AboutId = table.Column<Guid>(type: "TEXT", nullable: false),
                    UntilOn = table.Column<DateOnly>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PutOffs", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PutOffs_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "AttachmentContents",
                columns: table => new
                {
                    AttachmentId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Bytes = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Thumbnail = table.Column<byte[]>(type: "BLOB", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AttachmentContents", x => x.AttachmentId);
                    table.ForeignKey(
                        name: "FK_AttachmentContents_Attachments_AttachmentId",
                        column: x => x.AttachmentId,
                        principalTable: "Attachments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ObservationGoal",
                columns: table => new
                {
                    GoalsId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ObservationId = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ObservationGoal", x => new { x.GoalsId, x.ObservationId });
                    table.ForeignKey(
                        name: "FK_ObservationGoal_Observations_ObservationId",
                        column: x => x.ObservationId,
                        principalTable: "Observations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_ObservationGoal_PlannedGoals_GoalsId",
                        column: x => x.GoalsId,
                        principalTable: "PlannedGoals",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_LogEntries_ApprenticeshipId_State_WorkedTo",
                table: "LogEntries",
                columns: new[] { "ApprenticeshipId", "State", "WorkedTo" });

            migrationBuilder.CreateIndex(
                name: "IX_LogEntries_State_HandedInAt",
                table: "LogEntries",
                columns: new[] { "State", "HandedInAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Drafts_AuthorId_Place",
                table: "Drafts",
                columns: new[] { "AuthorId", "Place" });

            migrationBuilder.CreateIndex(
                name: "IX_Attachments_AddedById_LogEntryId",
                table: "Attachments",
                columns: new[] { "AddedById", "LogEntryId" });

            migrationBuilder.CreateIndex(
                name: "IX_Attachments_ApprenticeshipId",
                table: "Attachments",
                column: "ApprenticeshipId");

            migrationBuilder.CreateIndex(
                name: "IX_Attachments_LogEntryId",
                table: "Attachments",
                column: "LogEntryId");

            migrationBuilder.CreateIndex(
                name: "IX_LogEntryTask_TasksId",
                table: "LogEntryTask",
                column: "TasksId");

            migrationBuilder.CreateIndex(
                name: "IX_LogEvents_ById_At",
                table: "LogEvents",
                columns: new[] { "ById", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_LogEvents_LogEntryId_At",
                table: "LogEvents",
                columns: new[] { "LogEntryId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_ObservationGoal_ObservationId",
                table: "ObservationGoal",
                column: "ObservationId");

            migrationBuilder.CreateIndex(
                name: "IX_Observations_ApprenticeshipId_ObservedOn",
                table: "Observations",
                columns: new[] { "ApprenticeshipId", "ObservedOn" });

            migrationBuilder.CreateIndex(
                name: "IX_Observations_AuthorId_ObservedOn",
                table: "Observations",
                columns: new[] { "AuthorId", "ObservedOn" });

            migrationBuilder.CreateIndex(
                name: "IX_PutOffs_PersonId_Kind_AboutId",
                table: "PutOffs",
                columns: new[] { "PersonId", "Kind", "AboutId" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "AttachmentContents");

            migrationBuilder.DropTable(
                name: "LogEntryTask");

            migrationBuilder.DropTable(
                name: "LogEvents");

            migrationBuilder.DropTable(
                name: "LogSettings");

            migrationBuilder.DropTable(
                name: "ObservationGoal");

            migrationBuilder.DropTable(
                name: "PutOffs");

            migrationBuilder.DropTable(
                name: "Attachments");

            migrationBuilder.DropTable(
                name: "Observations");

            migrationBuilder.DropIndex(
                name: "IX_LogEntries_ApprenticeshipId_State_WorkedTo",
                table: "LogEntries");

            migrationBuilder.DropIndex(
                name: "IX_LogEntries_State_HandedInAt",
                table: "LogEntries");

            migrationBuilder.DropIndex(
                name: "IX_Drafts_AuthorId_Place",
                table: "Drafts");

            migrationBuilder.DropColumn(
                name: "DocumentedOn",
                table: "PlannedGoals");

            migrationBuilder.DropColumn(
                name: "DecidedAt",
                table: "LogEntries");

            migrationBuilder.DropColumn(
                name: "EnteredElsewhereOn",
                table: "LogEntries");

            migrationBuilder.DropColumn(
                name: "HandedInAt",
                table: "LogEntries");

            migrationBuilder.DropColumn(
                name: "Minutes",
                table: "LogEntries");

            migrationBuilder.DropColumn(
                name: "Reflection",
                table: "LogEntries");

            migrationBuilder.DropColumn(
                name: "State",
                table: "LogEntries");

            migrationBuilder.DropColumn(
                name: "WorkedTo",
                table: "LogEntries");

            migrationBuilder.DropColumn(
                name: "Version",
                table: "Drafts");

            migrationBuilder.CreateIndex(
                name: "IX_Drafts_AuthorId_Place",
                table: "Drafts",
                columns: new[] { "AuthorId", "Place" },
                unique: true);
        }
    }
}
