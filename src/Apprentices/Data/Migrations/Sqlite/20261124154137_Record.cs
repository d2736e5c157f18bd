using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Apprentices.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Record : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateOnly>(
                name: "LeftOn",
                table: "PlannedGoals",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "ConsentedEndsOn",
                table: "Interruption",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "Prolongs",
                table: "Interruption",
                type: "INTEGER",
                nullable: false,
                defaultValue: true);

            migrationBuilder.AddColumn<bool>(
                name: "IsDeputy",
                table: "Assignments",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<int>(
                name: "CreditMonths",
                table: "Apprenticeships",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "HasYouthRight",
                table: "Apprenticeships",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "IsWaitingForCounty",
                table: "Apprenticeships",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "MissingSubjects",
                table: "Apprenticeships",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "PartTimePercent",
                table: "Apprenticeships",
                type: "INTEGER",
                nullable: false,
                defaultValue: 100);

            migrationBuilder.AddColumn<string>(
                name: "ResidenceCountyNumber",
                table: "Apprenticeships",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "TrainingOffice",
                table: "Apprenticeships",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "AccessTokens",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    SecretHash = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Prefix = table.Column<string>(type: "TEXT", nullable: false),
                    Scope = table.Column<int>(type: "INTEGER", nullable: false),
                    CreatedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    CreatedById = table.Column<Guid>(type: "TEXT", nullable: true),
                    ExpiresOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    RevokedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    LastUsedOn = table.Column<DateOnly>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AccessTokens", x => x.Id);
                    table.ForeignKey(
                        name: "FK_AccessTokens_People_CreatedById",
                        column: x => x.CreatedById,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.SetNull);
                });

            migrationBuilder.CreateTable(
                name: "ChecklistPoints",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Phase = table.Column<int>(type: "INTEGER", nullable: false),
                    CurriculumCode = table.Column<string>(type: "TEXT", nullable: true),
                    WorkplaceId = table.Column<Guid>(type: "TEXT", nullable: true),
                    OffsetDays = table.Column<int>(type: "INTEGER", nullable: false),
                    Responsible = table.Column<int>(type: "INTEGER", nullable: false),
                    RetiredOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    Title_En = table.Column<string>(type: "TEXT", nullable: false),
                    Title_Nb = table.Column<string>(type: "TEXT", nullable: false),
                    Title_Nn = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ChecklistPoints", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ChecklistPoints_Curricula_CurriculumCode",
                        column: x => x.CurriculumCode,
                        principalTable: "Curricula",
                        principalColumn: "Code",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ChecklistPoints_Workplaces_WorkplaceId",
                        column: x => x.WorkplaceId,
                        principalTable: "Workplaces",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "CountySettings",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CountyNumber = table.Column<string>(type: "TEXT", nullable: false),
                    ValidFrom = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    RegistrationOpensMonths = table.Column<int>(type: "INTEGER", nullable: false),
                    LongSicknessWeeks = table.Column<int>(type: "INTEGER", nullable: false),
                    ReportMonth = table.Column<int>(type: "INTEGER", nullable: false),
                    ReportDay = table.Column<int>(type: "INTEGER", nullable: false),
                    Source = table.Column<string>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CountySettings", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "OfficeTasks",
                columns: table => new
                {
                    Kind = table.Column<int>(type: "INTEGER", nullable: false),
                    ByOffice = table.Column<bool>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OfficeTasks", x => x.Kind);
                });

            migrationBuilder.CreateTable(
                name: "RecordEntries",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ApprenticeshipId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Order = table.Column<int>(type: "INTEGER", nullable: false),
                    Change = table.Column<string>(type: "TEXT", nullable: false),
                    DecidedBy = table.Column<int>(type: "INTEGER", nullable: false),
                    RecordedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    RecordedById = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RecordEntries", x => x.Id);
                    table.ForeignKey(
                        name: "FK_RecordEntries_Apprenticeships_ApprenticeshipId",
                        column: x => x.ApprenticeshipId,
                        principalTable: "Apprenticeships",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_RecordEntries_People_RecordedById",
                        column: x => x.RecordedById,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "TrackedDuties",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ApprenticeshipId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Kind = table.Column<int>(type: "INTEGER", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Subject = table.Column<Guid>(type: "TEXT", nullable: false),
                    CountyNumber = table.Column<string>(type: "TEXT", nullable: true),
                    Nature = table.Column<int>(type: "INTEGER", nullable: false),
                    Basis = table.Column<int>(type: "INTEGER", nullable: false),
                    Responsible = table.Column<int>(type: "INTEGER", nullable: false),
                    ByOffice = table.Column<bool>(type: "INTEGER", nullable: false),
                    AskedFrom = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    OpensOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    DueOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    ProposedDueOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    MeetOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    State = table.Column<int>(type: "INTEGER", nullable: false),
                    DoneOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    DoneById = table.Column<Guid>(type: "TEXT", nullable: true),
                    WaivedReason = table.Column<string>(type: "TEXT", nullable: true),
                    SentOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    SentById = table.Column<Guid>(type: "TEXT", nullable: true),
                    ActOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TrackedDuties", x => x.Id);
                    table.ForeignKey(
                        name: "FK_TrackedDuties_Apprenticeships_ApprenticeshipId",
                        column: x => x.ApprenticeshipId,
                        principalTable: "Apprenticeships",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_TrackedDuties_People_DoneById",
                        column: x => x.DoneById,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_TrackedDuties_People_SentById",
                        column: x => x.SentById,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "TrainingApprovals",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CurriculumCode = table.Column<string>(type: "TEXT", nullable: false),
                    WorkplaceId = table.Column<Guid>(type: "TEXT", nullable: false),
                    CountyNumber = table.Column<string>(type: "TEXT", nullable: false),
                    FromOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    LostOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TrainingApprovals", x => x.Id);
                    table.ForeignKey(
                        name: "FK_TrainingApprovals_Curricula_CurriculumCode",
                        column: x => x.CurriculumCode,
                        principalTable: "Curricula",
                        principalColumn: "Code",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_TrainingApprovals_Workplaces_WorkplaceId",
                        column: x => x.WorkplaceId,
                        principalTable: "Workplaces",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "WorkplacePeriods",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ApprenticeshipId = table.Column<Guid>(type: "TEXT", nullable: false),
                    EntryId = table.Column<Guid>(type: "TEXT", nullable: false),
                    FromOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    WorkplaceId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_WorkplacePeriods", x => x.Id);
                    table.ForeignKey(
                        name: "FK_WorkplacePeriods_Apprenticeships_ApprenticeshipId",
                        column: x => x.ApprenticeshipId,
                        principalTable: "Apprenticeships",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_WorkplacePeriods_Workplaces_WorkplaceId",
                        column: x => x.WorkplaceId,
                        principalTable: "Workplaces",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "EntryReasons",
                columns: table => new
                {
                    EntryId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ApprenticeshipId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Cause = table.Column<int>(type: "INTEGER", nullable: true),
                    Text = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_EntryReasons", x => x.EntryId);
                    table.ForeignKey(
                        name: "FK_EntryReasons_RecordEntries_EntryId",
                        column: x => x.EntryId,
                        principalTable: "RecordEntries",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_AccessTokens_CreatedById",
                table: "AccessTokens",
                column: "CreatedById");

            migrationBuilder.CreateIndex(
                name: "IX_AccessTokens_SecretHash",
                table: "AccessTokens",
                column: "SecretHash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ChecklistPoints_CurriculumCode",
                table: "ChecklistPoints",
                column: "CurriculumCode");

            migrationBuilder.CreateIndex(
                name: "IX_ChecklistPoints_WorkplaceId",
                table: "ChecklistPoints",
                column: "WorkplaceId");

            migrationBuilder.CreateIndex(
                name: "IX_CountySettings_CountyNumber_ValidFrom",
                table: "CountySettings",
                columns: new[] { "CountyNumber", "ValidFrom" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_EntryReasons_ApprenticeshipId",
                table: "EntryReasons",
                column: "ApprenticeshipId");

            migrationBuilder.CreateIndex(
                name: "IX_RecordEntries_ApprenticeshipId_Order",
                table: "RecordEntries",
                columns: new[] { "ApprenticeshipId", "Order" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_RecordEntries_RecordedById",
                table: "RecordEntries",
                column: "RecordedById");

            migrationBuilder.CreateIndex(
                name: "IX_TrackedDuties_ApprenticeshipId_Kind_Number_Subject",
                table: "TrackedDuties",
                columns: new[] { "ApprenticeshipId", "Kind", "Number", "Subject" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_TrackedDuties_DoneById",
                table: "TrackedDuties",
                column: "DoneById");

            migrationBuilder.CreateIndex(
                name: "IX_TrackedDuties_DueOn",
                table: "TrackedDuties",
                column: "DueOn");

            migrationBuilder.CreateIndex(
                name: "IX_TrackedDuties_SentById",
                table: "TrackedDuties",
                column: "SentById");

            migrationBuilder.CreateIndex(
                name: "IX_TrackedDuties_State_ActOn",
                table: "TrackedDuties",
                columns: new[] { "State", "ActOn" });

            migrationBuilder.CreateIndex(
                name: "IX_TrainingApprovals_CurriculumCode_WorkplaceId_CountyNumber_FromOn",
                table: "TrainingApprovals",
                columns: new[] { "CurriculumCode", "WorkplaceId", "CountyNumber", "FromOn" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_TrainingApprovals_WorkplaceId",
                table: "TrainingApprovals",
                column: "WorkplaceId");

            migrationBuilder.CreateIndex(
                name: "IX_WorkplacePeriods_ApprenticeshipId_FromOn",
                table: "WorkplacePeriods",
                columns: new[] { "ApprenticeshipId", "FromOn" });

            migrationBuilder.CreateIndex(
                name: "IX_WorkplacePeriods_WorkplaceId",
                table: "WorkplacePeriods",
                column: "WorkplaceId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "AccessTokens");

            migrationBuilder.DropTable(
                name: "ChecklistPoints");

            migrationBuilder.DropTable(
                name: "CountySettings");

            migrationBuilder.DropTable(
                name: "EntryReasons");

            migrationBuilder.DropTable(
                name: "OfficeTasks");

            migrationBuilder.DropTable(
                name: "TrackedDuties");

            migrationBuilder.DropTable(
                name: "TrainingApprovals");

            migrationBuilder.DropTable(
                name: "WorkplacePeriods");

            migrationBuilder.DropTable(
                name: "RecordEntries");

            migrationBuilder.DropColumn(
                name: "LeftOn",
                table: "PlannedGoals");

            migrationBuilder.DropColumn(
                name: "ConsentedEndsOn",
                table: "Interruption");

            migrationBuilder.DropColumn(
                name: "Prolongs",
                table: "Interruption");

            migrationBuilder.DropColumn(
                name: "IsDeputy",
                table: "Assignments");

            migrationBuilder.DropColumn(
                name: "CreditMonths",
                table: "Apprenticeships");

            migrationBuilder.DropColumn(
                name: "HasYouthRight",
                table: "Apprenticeships");

            migrationBuilder.DropColumn(
                name: "IsWaitingForCounty",
                table: "Apprenticeships");

            migrationBuilder.DropColumn(
                name: "MissingSubjects",
                table: "Apprenticeships");

            migrationBuilder.DropColumn(
                name: "PartTimePercent",
                table: "Apprenticeships");

            migrationBuilder.DropColumn(
                name: "ResidenceCountyNumber",
                table: "Apprenticeships");

            migrationBuilder.DropColumn(
                name: "TrainingOffice",
                table: "Apprenticeships");
        }
    }
}
