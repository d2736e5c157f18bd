using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Apprentices.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class FinalTest : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateOnly>(
                name: "TestPassedOn",
                table: "Apprenticeships",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "TestsSat",
                table: "Apprenticeships",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.CreateTable(
                name: "Credentials",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CurriculumCode = table.Column<string>(type: "TEXT", nullable: false),
                    RetiredOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    Title_En = table.Column<string>(type: "TEXT", nullable: false),
                    Title_Nb = table.Column<string>(type: "TEXT", nullable: false),
                    Title_Nn = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Credentials", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Credentials_Curricula_CurriculumCode",
                        column: x => x.CurriculumCode,
                        principalTable: "Curricula",
                        principalColumn: "Code",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "MissingSubjects",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ApprenticeshipId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    PassedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    NotedById = table.Column<Guid>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MissingSubjects", x => x.Id);
                    table.ForeignKey(
                        name: "FK_MissingSubjects_Apprenticeships_ApprenticeshipId",
                        column: x => x.ApprenticeshipId,
                        principalTable: "Apprenticeships",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_MissingSubjects_People_NotedById",
                        column: x => x.NotedById,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "TestAttempts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ApprenticeshipId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    ResponsibleId = table.Column<Guid>(type: "TEXT", nullable: true),
                    TrialOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TestAttempts", x => x.Id);
                    table.ForeignKey(
                        name: "FK_TestAttempts_Apprenticeships_ApprenticeshipId",
                        column: x => x.ApprenticeshipId,
                        principalTable: "Apprenticeships",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_TestAttempts_People_ResponsibleId",
                        column: x => x.ResponsibleId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "TestSettings",
                columns: table => new
                {
                    CurriculumCode = table.Column<string>(type: "TEXT", nullable: false),
                    WorkingDays = table.Column<int>(type: "INTEGER", nullable: false),
                    Source = table.Column<string>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TestSettings", x => x.CurriculumCode);
                    table.ForeignKey(
                        name: "FK_TestSettings_Curricula_CurriculumCode",
                        column: x => x.CurriculumCode,
                        principalTable: "Curricula",
                        principalColumn: "Code",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "HeldCredentials",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ApprenticeshipId = table.Column<Guid>(type: "TEXT", nullable: false),
                    CredentialId = table.Column<Guid>(type: "TEXT", nullable: false),
                    On = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    NotedById = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_HeldCredentials", x => x.Id);
                    table.ForeignKey(
                        name: "FK_HeldCredentials_Apprenticeships_ApprenticeshipId",
                        column: x => x.ApprenticeshipId,
                        principalTable: "Apprenticeships",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_HeldCredentials_Credentials_CredentialId",
                        column: x => x.CredentialId,
                        principalTable: "Credentials",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_HeldCredentials_People_NotedById",
                        column: x => x.NotedById,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "TestAgreements",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    TestAttemptId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Order = table.Column<int>(type: "INTEGER", nullable: false),
                    Place = table.Column<string>(type: "TEXT", nullable: false),
                    MeetingOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    MeetingAt = table.Column<TimeOnly>(type: "TEXT", nullable: true),
                    FirstDayOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    LastDayOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    IsCurrent = table.Column<bool>(type: "INTEGER", nullable: false),
                    EndedBecause = table.Column<int>(type: "INTEGER", nullable: true),
                    AgreedById = table.Column<Guid>(type: "TEXT", nullable: true),
                    AgreedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    ReadAt = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TestAgreements", x => x.Id);
                    table.ForeignKey(
                        name: "FK_TestAgreements_People_AgreedById",
                        column: x => x.AgreedById,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_TestAgreements_TestAttempts_TestAttemptId",
                        column: x => x.TestAttemptId,
                        principalTable: "TestAttempts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Credentials_CurriculumCode",
                table: "Credentials",
                column: "CurriculumCode");

            migrationBuilder.CreateIndex(
                name: "IX_HeldCredentials_ApprenticeshipId_CredentialId",
                table: "HeldCredentials",
                columns: new[] { "ApprenticeshipId", "CredentialId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_HeldCredentials_CredentialId",
                table: "HeldCredentials",
                column: "CredentialId");

            migrationBuilder.CreateIndex(
                name: "IX_HeldCredentials_NotedById",
                table: "HeldCredentials",
                column: "NotedById");

            migrationBuilder.CreateIndex(
                name: "IX_MissingSubjects_ApprenticeshipId",
                table: "MissingSubjects",
                column: "ApprenticeshipId");

            migrationBuilder.CreateIndex(
                name: "IX_MissingSubjects_NotedById",
                table: "MissingSubjects",
                column: "NotedById");

            migrationBuilder.CreateIndex(
                name: "IX_TestAgreements_AgreedById",
                table: "TestAgreements",
                column: "AgreedById");

            migrationBuilder.CreateIndex(
                name: "IX_TestAgreements_TestAttemptId_Order",
                table: "TestAgreements",
                columns: new[] { "TestAttemptId", "Order" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_TestAttempts_ApprenticeshipId_Number",
                table: "TestAttempts",
                columns: new[] { "ApprenticeshipId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_TestAttempts_ResponsibleId",
                table: "TestAttempts",
                column: "ResponsibleId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "HeldCredentials");

            migrationBuilder.DropTable(
                name: "MissingSubjects");

            migrationBuilder.DropTable(
                name: "TestAgreements");

            migrationBuilder.DropTable(
                name: "TestSettings");

            migrationBuilder.DropTable(
                name: "Credentials");

            migrationBuilder.DropTable(
                name: "TestAttempts");

            migrationBuilder.DropColumn(
                name: "TestPassedOn",
                table: "Apprenticeships");

            migrationBuilder.DropColumn(
                name: "TestsSat",
                table: "Apprenticeships");
        }
    }
}
