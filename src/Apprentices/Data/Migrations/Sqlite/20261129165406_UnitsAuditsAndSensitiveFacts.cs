using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Apprentices.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class UnitsAuditsAndSensitiveFacts : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "AuditGrants",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    AuditorId = table.Column<Guid>(type: "TEXT", nullable: false),
                    FromOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    ToOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Purpose = table.Column<string>(type: "TEXT", nullable: false),
                    GrantedById = table.Column<Guid>(type: "TEXT", nullable: false),
                    GrantedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    EndedById = table.Column<Guid>(type: "TEXT", nullable: true),
                    EndedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AuditGrants", x => x.Id);
                    table.ForeignKey(
                        name: "FK_AuditGrants_People_AuditorId",
                        column: x => x.AuditorId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_AuditGrants_People_EndedById",
                        column: x => x.EndedById,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_AuditGrants_People_GrantedById",
                        column: x => x.GrantedById,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "HrLimits",
                columns: table => new
                {
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_HrLimits", x => x.PersonId);
                    table.ForeignKey(
                        name: "FK_HrLimits_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "SensitiveFacts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ApprenticeshipId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<int>(type: "INTEGER", nullable: false),
                    Content = table.Column<byte[]>(type: "BLOB", nullable: false),
                    SavedById = table.Column<Guid>(type: "TEXT", nullable: true),
                    SavedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SensitiveFacts", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SensitiveFacts_Apprenticeships_ApprenticeshipId",
                        column: x => x.ApprenticeshipId,
                        principalTable: "Apprenticeships",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_SensitiveFacts_People_SavedById",
                        column: x => x.SavedById,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "AuditedRecords",
                columns: table => new
                {
                    GrantId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ApprenticeshipId = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AuditedRecords", x => new { x.GrantId, x.ApprenticeshipId });
                    table.ForeignKey(
                        name: "FK_AuditedRecords_Apprenticeships_ApprenticeshipId",
                        column: x => x.ApprenticeshipId,
                        principalTable: "Apprenticeships",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_AuditedRecords_AuditGrants_GrantId",
                        column: x => x.GrantId,
                        principalTable: "AuditGrants",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "HrUnits",
                columns: table => new
                {
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    WorkplaceId = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_HrUnits", x => new { x.PersonId, x.WorkplaceId });
                    table.ForeignKey(
                        name: "FK_HrUnits_HrLimits_PersonId",
                        column: x => x.PersonId,
                        principalTable: "HrLimits",
                        principalColumn: "PersonId",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_HrUnits_Workplaces_WorkplaceId",
                        column: x => x.WorkplaceId,
                        principalTable: "Workplaces",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_AuditedRecords_ApprenticeshipId",
                table: "AuditedRecords",
                column: "ApprenticeshipId");

            migrationBuilder.CreateIndex(
                name: "IX_AuditGrants_AuditorId_ToOn",
                table: "AuditGrants",
                columns: new[] { "AuditorId", "ToOn" });

            migrationBuilder.CreateIndex(
                name: "IX_AuditGrants_EndedById",
                table: "AuditGrants",
                column: "EndedById");

            migrationBuilder.CreateIndex(
                name: "IX_AuditGrants_GrantedById",
                table: "AuditGrants",
                column: "GrantedById");

            migrationBuilder.CreateIndex(
                name: "IX_HrUnits_WorkplaceId",
                table: "HrUnits",
                column: "WorkplaceId");

            migrationBuilder.CreateIndex(
                name: "IX_SensitiveFacts_ApprenticeshipId_Kind",
                table: "SensitiveFacts",
                columns: new[] { "ApprenticeshipId", "Kind" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_SensitiveFacts_SavedById",
                table: "SensitiveFacts",
                column: "SavedById");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "AuditedRecords");

            migrationBuilder.DropTable(
                name: "HrUnits");

            migrationBuilder.DropTable(
                name: "SensitiveFacts");

            migrationBuilder.DropTable(
                name: "AuditGrants");

            migrationBuilder.DropTable(
                name: "HrLimits");
        }
    }
}
