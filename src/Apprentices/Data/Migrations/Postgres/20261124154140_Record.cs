using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Apprentices.Data.Migrations.Postgres
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
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "ConsentedEndsOn",
                table: "Interruption",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "Prolongs",
                table: "Interruption",
                type: "boolean",
                nullable: false,
                defaultValue: true);

            migrationBuilder.AddColumn<bool>(
                name: "IsDeputy",
                table: "Assignments",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<int>(
                name: "CreditMonths",
                table: "Apprenticeships",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "HasYouthRight",
                table: "Apprenticeships",
                type: "boolean",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "IsWaitingForCounty",
                table: "Apprenticeships",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "MissingSubjects",
                table: "Apprenticeships",
                type: "text",
                nullable: true,
                collation: "C");

            migrationBuilder.AddColumn<int>(
                name: "PartTimePercent",
                table: "Apprenticeships",
                type: "integer",
                nullable: false,
                defaultValue: 100);

            migrationBuilder.AddColumn<string>(
                name: "ResidenceCountyNumber",
                table: "Apprenticeships",
                type: "text",
                nullable: true,
                collation: "C");

            migrationBuilder.AddColumn<string>(
                name: "TrainingOffice",
                table: "Apprenticeships",
                type: "text",
                nullable: true,
                collation: "C");

            migrationBuilder.CreateTable(
                name: "AccessTokens",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Name = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    SecretHash = table.Column<byte[]>(type: "bytea", nullable: false),
                    Prefix = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Scope = table.Column<int>(type: "integer", nullable: false),
                    CreatedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    CreatedById = table.Column<Guid>(type: "uuid", nullable: true),
                    ExpiresOn = table.Column<DateOnly>(type: "date", nullable: false),
                    RevokedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    LastUsedOn = table.Column<DateOnly>(type: "date", nullable: true)
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
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Phase = table.Column<int>(type: "integer", nullable: false),
                    CurriculumCode = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    WorkplaceId = table.Column<Guid>(type: "uuid", nullable: true),
                    OffsetDays = table.Column<int>(type: "integer", nullable: false),
                    Responsible = table.Column<int>(type: "integer", nullable: false),
                    RetiredOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    Title_En = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Title_Nb = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Title_Nn = table.Column<string>(type: "text", nullable: false, collation: "C")
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
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    CountyNumber = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    ValidFrom = table.Column<DateOnly>(type: "date", nullable: false),
                    RegistrationOpensMonths = table.Column<int>(type: "integer", nullable: false),
                    LongSicknessWeeks = table.Column<int>(type: "integer", nullable: false),
                    ReportMonth = table.Column<int>(type: "integer", nullable: false),
                    ReportDay = table.Column<int>(type: "integer", nullable: false),
                    Source = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CountySettings", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "OfficeTasks",
                columns: table => new
                {
                    Kind = table.Column<int>(type: "integer", nullable: false),
                    ByOffice = table.Column<bool>(type: "boolean", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OfficeTasks", x => x.Kind);
                });

            migrationBuilder.CreateTable(
                name: "RecordEntries",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    ApprenticeshipId = table.Column<Guid>(type: "uuid", nullable: false),
                    Order = table.Column<int>(type: "integer", nullable: false),
                    Change = table.Column<string>(type: "text", nullable: false),
                    DecidedBy = table.Column<int>(type: "integer", nullable: false),
                    RecordedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    RecordedById = table.Column<Guid>(type: "uuid", nullable: true)
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
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    ApprenticeshipId = table.Column<Guid>(type: "uuid", nullable: true),
                    Kind = table.Column<int>(type: "integer", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    Subject = table.Column<Guid>(type: "uuid", nullable: false),
                    CountyNumber = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Nature = table.Column<int>(type: "integer", nullable: false),
                    Basis = table.Column<int>(type: "integer", nullable: false),
                    Responsible = table.Column<int>(type: "integer", nullable: false),
                    ByOffice = table.Column<bool>(type: "boolean", nullable: false),
                    AskedFrom = table.Column<DateOnly>(type: "date", nullable: false),
                    OpensOn = table.Column<DateOnly>(type: "date", nullable: false),
                    DueOn = table.Column<DateOnly>(type: "date", nullable: false),
                    ProposedDueOn = table.Column<DateOnly>(type: "date", nullable: true),
                    MeetOn = table.Column<DateOnly>(type: "date", nullable: true),
                    State = table.Column<int>(type: "integer", nullable: false),
                    DoneOn = table.Column<DateOnly>(type: "date", nullable: true),
                    DoneById = table.Column<Guid>(type: "uuid", nullable: true),
                    WaivedReason = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    SentOn = table.Column<DateOnly>(type: "date", nullable: true),
                    SentById = table.Column<Guid>(type: "uuid", nullable: true),
                    ActOn = table.Column<DateOnly>(type: "date", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
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
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    CurriculumCode = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    WorkplaceId = table.Column<Guid>(type: "uuid", nullable: false),
                    CountyNumber = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    FromOn = table.Column<DateOnly>(type: "date", nullable: false),
                    LostOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false)
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
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    ApprenticeshipId = table.Column<Guid>(type: "uuid", nullable: false),
                    EntryId = table.Column<Guid>(type: "uuid", nullable: false),
                    FromOn = table.Column<DateOnly>(type: "date", nullable: false),
                    WorkplaceId = table.Column<Guid>(type: "uuid", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
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
                    EntryId = table.Column<Guid>(type: "uuid", nullable: false),
                    ApprenticeshipId = table.Column<Guid>(type: "uuid", nullable: false),
                    Cause = table.Column<int>(type: "integer", nullable: true),
                    Text = table.Column<string>(type: "text", nullable: true, collation: "C")
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
                name: "IX_TrainingApprovals_CurriculumCode_WorkplaceId_CountyNumber_F~",
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
