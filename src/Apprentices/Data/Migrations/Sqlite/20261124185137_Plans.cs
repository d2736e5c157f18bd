using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Apprentices.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Plans : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Goals_CurriculumCode_Code",
                table: "Goals");

            migrationBuilder.DropIndex(
                name: "IX_Apprenticeships_CurriculumCode",
                table: "Apprenticeships");

            migrationBuilder.AddColumn<Guid>(
                name: "PlacementId",
                table: "Reminders",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "EditionNumber",
                table: "MainArea",
                type: "INTEGER",
                nullable: false,
                defaultValue: 1);

            migrationBuilder.AddColumn<int>(
                name: "EditionNumber",
                table: "Goals",
                type: "INTEGER",
                nullable: false,
                defaultValue: 1);

            migrationBuilder.AddColumn<int>(
                name: "MainAreaOrder",
                table: "Goals",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Wording_En",
                table: "Goals",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Wording_Fixed",
                table: "Goals",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Wording_FixedLanguage",
                table: "Goals",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Wording_Nb",
                table: "Goals",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Wording_Nn",
                table: "Goals",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Edition",
                table: "Curricula",
                type: "INTEGER",
                nullable: false,
                defaultValue: 1);

            migrationBuilder.AddColumn<Guid>(
                name: "EndedByPlacementId",
                table: "Assignments",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "OtherwiseToOn",
                table: "Assignments",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "PlacementId",
                table: "Assignments",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "CurriculumEdition",
                table: "Apprenticeships",
                type: "INTEGER",
                nullable: false,
                defaultValue: 1);

            migrationBuilder.AddColumn<int>(
                name: "TemplateDeclined",
                table: "Apprenticeships",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "TemplateEdition",
                table: "Apprenticeships",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "TemplateId",
                table: "Apprenticeships",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "CurriculumEditions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CurriculumCode = table.Column<string>(type: "TEXT", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    AddedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    ImportedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Source = table.Column<string>(type: "TEXT", nullable: true),
                    Title_En = table.Column<string>(type: "TEXT", nullable: true),
                    Title_Fixed = table.Column<string>(type: "TEXT", nullable: true),
                    Title_FixedLanguage = table.Column<string>(type: "TEXT", nullable: true),
                    Title_Nb = table.Column<string>(type: "TEXT", nullable: true),
                    Title_Nn = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CurriculumEditions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_CurriculumEditions_Curricula_CurriculumCode",
                        column: x => x.CurriculumCode,
                        principalTable: "Curricula",
                        principalColumn: "Code",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "GrepElements",
                columns: table => new
                {
                    Code = table.Column<string>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", nullable: false),
                    Json = table.Column<string>(type: "TEXT", nullable: false),
                    ImportedAt = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_GrepElements", x => x.Code);
                });

            migrationBuilder.CreateTable(
                name: "Placements",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ApprenticeshipId = table.Column<Guid>(type: "TEXT", nullable: false),
                    WorkplaceId = table.Column<Guid>(type: "TEXT", nullable: false),
                    InstructorId = table.Column<Guid>(type: "TEXT", nullable: true),
                    FromOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    ToOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    OpenActions = table.Column<string>(type: "TEXT", nullable: true),
                    AgreedAdjustments = table.Column<string>(type: "TEXT", nullable: true),
                    ConfirmedById = table.Column<Guid>(type: "TEXT", nullable: true),
                    ConfirmedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Placements", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Placements_Apprenticeships_ApprenticeshipId",
                        column: x => x.ApprenticeshipId,
                        principalTable: "Apprenticeships",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_Placements_People_ConfirmedById",
                        column: x => x.ConfirmedById,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Placements_People_InstructorId",
                        column: x => x.InstructorId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Placements_Workplaces_WorkplaceId",
                        column: x => x.WorkplaceId,
                        principalTable: "Workplaces",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "PlanEditions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ApprenticeshipId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Reason = table.Column<int>(type: "INTEGER", nullable: false),
                    Content = table.Column<string>(type: "TEXT", nullable: false),
                    MadeById = table.Column<Guid>(type: "TEXT", nullable: true),
                    MadeAt = table.Column<long>(type: "INTEGER", nullable: false),
                    AgreedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PlanEditions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PlanEditions_Apprenticeships_ApprenticeshipId",
                        column: x => x.ApprenticeshipId,
                        principalTable: "Apprenticeships",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_PlanEditions_People_MadeById",
                        column: x => x.MadeById,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "PlannedGoalPredecessor",
                columns: table => new
                {
                    PredecessorId = table.Column<Guid>(type: "TEXT", nullable: false),
                    SuccessorId = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PlannedGoalPredecessor", x => new { x.PredecessorId, x.SuccessorId });
                    table.ForeignKey(
                        name: "FK_PlannedGoalPredecessor_PlannedGoals_PredecessorId",
                        column: x => x.PredecessorId,
                        principalTable: "PlannedGoals",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_PlannedGoalPredecessor_PlannedGoals_SuccessorId",
                        column: x => x.SuccessorId,
                        principalTable: "PlannedGoals",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "PlannedTasks",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ApprenticeshipId = table.Column<Guid>(type: "TEXT", nullable: false),
                    TemplateTaskId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Order = table.Column<int>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    Terms_Documentation = table.Column<string>(type: "TEXT", nullable: true),
                    Terms_FromWeek = table.Column<int>(type: "INTEGER", nullable: true),
                    Terms_HalfYear = table.Column<int>(type: "INTEGER", nullable: false),
                    Terms_Kind = table.Column<int>(type: "INTEGER", nullable: false),
                    Terms_Method = table.Column<string>(type: "TEXT", nullable: true),
                    Terms_Responsible = table.Column<int>(type: "INTEGER", nullable: false),
                    Terms_ResponsibleName = table.Column<string>(type: "TEXT", nullable: true),
                    Terms_Title = table.Column<string>(type: "TEXT", nullable: false),
                    Terms_ToWeek = table.Column<int>(type: "INTEGER", nullable: true),
                    Terms_WorkplaceId = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PlannedTasks", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PlannedTasks_Apprenticeships_ApprenticeshipId",
                        column: x => x.ApprenticeshipId,
                        principalTable: "Apprenticeships",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "PlanTemplates",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CurriculumCode = table.Column<string>(type: "TEXT", nullable: false),
                    CurriculumEdition = table.Column<int>(type: "INTEGER", nullable: false),
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    Published = table.Column<int>(type: "INTEGER", nullable: false),
                    RetiredOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PlanTemplates", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PlanTemplates_Curricula_CurriculumCode",
                        column: x => x.CurriculumCode,
                        principalTable: "Curricula",
                        principalColumn: "Code",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "PlannedTaskGoal",
                columns: table => new
                {
                    GoalsId = table.Column<Guid>(type: "TEXT", nullable: false),
                    PlannedTaskId = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PlannedTaskGoal", x => new { x.GoalsId, x.PlannedTaskId });
                    table.ForeignKey(
                        name: "FK_PlannedTaskGoal_PlannedGoals_GoalsId",
                        column: x => x.GoalsId,
                        principalTable: "PlannedGoals",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_PlannedTaskGoal_PlannedTasks_PlannedTaskId",
                        column: x => x.PlannedTaskId,
                        principalTable: "PlannedTasks",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "TemplateEditions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    TemplateId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    CurriculumEdition = table.Column<int>(type: "INTEGER", nullable: false),
                    Tasks = table.Column<string>(type: "TEXT", nullable: false),
                    Note = table.Column<string>(type: "TEXT", nullable: true),
                    PublishedById = table.Column<Guid>(type: "TEXT", nullable: false),
                    PublishedOn = table.Column<DateOnly>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TemplateEditions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_TemplateEditions_People_PublishedById",
                        column: x => x.PublishedById,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_TemplateEditions_PlanTemplates_TemplateId",
                        column: x => x.TemplateId,
                        principalTable: "PlanTemplates",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "TemplateTasks",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    TemplateId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Order = table.Column<int>(type: "INTEGER", nullable: false),
                    GoalCodes = table.Column<string>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    Terms_Documentation = table.Column<string>(type: "TEXT", nullable: true),
                    Terms_FromWeek = table.Column<int>(type: "INTEGER", nullable: true),
                    Terms_HalfYear = table.Column<int>(type: "INTEGER", nullable: false),
                    Terms_Kind = table.Column<int>(type: "INTEGER", nullable: false),
                    Terms_Method = table.Column<string>(type: "TEXT", nullable: true),
                    Terms_Responsible = table.Column<int>(type: "INTEGER", nullable: false),
                    Terms_ResponsibleName = table.Column<string>(type: "TEXT", nullable: true),
                    Terms_Title = table.Column<string>(type: "TEXT", nullable: false),
                    Terms_ToWeek = table.Column<int>(type: "INTEGER", nullable: true),
                    Terms_WorkplaceId = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TemplateTasks", x => x.Id);
                    table.ForeignKey(
                        name: "FK_TemplateTasks_PlanTemplates_TemplateId",
                        column: x => x.TemplateId,
                        principalTable: "PlanTemplates",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Reminders_PlacementId_DueOn_Step_RecipientId",
                table: "Reminders",
                columns: new[] { "PlacementId", "DueOn", "Step", "RecipientId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Goals_CurriculumCode_EditionNumber_Code",
                table: "Goals",
                columns: new[] { "CurriculumCode", "EditionNumber", "Code" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Apprenticeships_CurriculumCode_CurriculumEdition",
                table: "Apprenticeships",
                columns: new[] { "CurriculumCode", "CurriculumEdition" });

            migrationBuilder.CreateIndex(
                name: "IX_Apprenticeships_TemplateId_TemplateEdition",
                table: "Apprenticeships",
                columns: new[] { "TemplateId", "TemplateEdition" });

            migrationBuilder.CreateIndex(
                name: "IX_CurriculumEditions_CurriculumCode_Number",
                table: "CurriculumEditions",
                columns: new[] { "CurriculumCode", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Placements_ApprenticeshipId_FromOn",
                table: "Placements",
                columns: new[] { "ApprenticeshipId", "FromOn" });

            migrationBuilder.CreateIndex(
                name: "IX_Placements_ConfirmedById",
                table: "Placements",
                column: "ConfirmedById");

            migrationBuilder.CreateIndex(
                name: "IX_Placements_InstructorId_FromOn",
                table: "Placements",
                columns: new[] { "InstructorId", "FromOn" });

            migrationBuilder.CreateIndex(
                name: "IX_Placements_WorkplaceId",
                table: "Placements",
                column: "WorkplaceId");

            migrationBuilder.CreateIndex(
                name: "IX_PlanEditions_ApprenticeshipId_Number",
                table: "PlanEditions",
                columns: new[] { "ApprenticeshipId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_PlanEditions_MadeById",
                table: "PlanEditions",
                column: "MadeById");

            migrationBuilder.CreateIndex(
                name: "IX_PlannedGoalPredecessor_SuccessorId",
                table: "PlannedGoalPredecessor",
                column: "SuccessorId");

            migrationBuilder.CreateIndex(
                name: "IX_PlannedTaskGoal_PlannedTaskId",
                table: "PlannedTaskGoal",
                column: "PlannedTaskId");

            migrationBuilder.CreateIndex(
                name: "IX_PlannedTasks_ApprenticeshipId_Order",
                table: "PlannedTasks",
                columns: new[] { "ApprenticeshipId", "Order" });

            migrationBuilder.CreateIndex(
                name: "IX_PlanTemplates_CurriculumCode_Name",
                table: "PlanTemplates",
                columns: new[] { "CurriculumCode", "Name" });

            migrationBuilder.CreateIndex(
                name: "IX_TemplateEditions_PublishedById",
                table: "TemplateEditions",
                column: "PublishedById");

            migrationBuilder.CreateIndex(
                name: "IX_TemplateEditions_TemplateId_Number",
                table: "TemplateEditions",
                columns: new[] { "TemplateId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_TemplateTasks_TemplateId_Order",
                table: "TemplateTasks",
                columns: new[] { "TemplateId", "Order" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "CurriculumEditions");

            migrationBuilder.DropTable(
                name: "GrepElements");

            migrationBuilder.DropTable(
                name: "Placements");

            migrationBuilder.DropTable(
                name: "PlanEditions");

            migrationBuilder.DropTable(
                name: "PlannedGoalPredecessor");

            migrationBuilder.DropTable(
                name: "PlannedTaskGoal");

            migrationBuilder.DropTable(
                name: "TemplateEditions");

            migrationBuilder.DropTable(
                name: "TemplateTasks");

            migrationBuilder.DropTable(
                name: "PlannedTasks");

            migrationBuilder.DropTable(
                name: "PlanTemplates");

            migrationBuilder.DropIndex(
                name: "IX_Reminders_PlacementId_DueOn_Step_RecipientId",
                table: "Reminders");

            migrationBuilder.DropIndex(
                name: "IX_Goals_CurriculumCode_EditionNumber_Code",
                table: "Goals");

            migrationBuilder.DropIndex(
                name: "IX_Apprenticeships_CurriculumCode_CurriculumEdition",
                table: "Apprenticeships");

            migrationBuilder.DropIndex(
                name: "IX_Apprenticeships_TemplateId_TemplateEdition",
                table: "Apprenticeships");

            migrationBuilder.DropColumn(
                name: "PlacementId",
                table: "Reminders");

            migrationBuilder.DropColumn(
                name: "EditionNumber",
                table: "MainArea");

            migrationBuilder.DropColumn(
                name: "EditionNumber",
                table: "Goals");

            migrationBuilder.DropColumn(
                name: "MainAreaOrder",
                table: "Goals");

            migrationBuilder.DropColumn(
                name: "Wording_En",
                table: "Goals");

            migrationBuilder.DropColumn(
                name: "Wording_Fixed",
                table: "Goals");

            migrationBuilder.DropColumn(
                name: "Wording_FixedLanguage",
                table: "Goals");

            migrationBuilder.DropColumn(
                name: "Wording_Nb",
                table: "Goals");

            migrationBuilder.DropColumn(
                name: "Wording_Nn",
                table: "Goals");

            migrationBuilder.DropColumn(
                name: "Edition",
                table: "Curricula");

            migrationBuilder.DropColumn(
                name: "EndedByPlacementId",
                table: "Assignments");

            migrationBuilder.DropColumn(
                name: "OtherwiseToOn",
                table: "Assignments");

            migrationBuilder.DropColumn(
                name: "PlacementId",
                table: "Assignments");

            migrationBuilder.DropColumn(
                name: "CurriculumEdition",
                table: "Apprenticeships");

            migrationBuilder.DropColumn(
                name: "TemplateDeclined",
                table: "Apprenticeships");

            migrationBuilder.DropColumn(
                name: "TemplateEdition",
                table: "Apprenticeships");

            migrationBuilder.DropColumn(
                name: "TemplateId",
                table: "Apprenticeships");

            migrationBuilder.CreateIndex(
                name: "IX_Goals_CurriculumCode_Code",
                table: "Goals",
                columns: new[] { "CurriculumCode", "Code" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Apprenticeships_CurriculumCode",
                table: "Apprenticeships",
                column: "CurriculumCode");
        }
    }
}
