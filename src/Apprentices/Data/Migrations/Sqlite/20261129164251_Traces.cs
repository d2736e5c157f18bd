using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Apprentices.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Traces : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "TracePersons",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: true),
                    WrappedKey = table.Column<byte[]>(type: "BLOB", nullable: true),
                    Mark = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TracePersons", x => x.Id);
                    table.ForeignKey(
                        name: "FK_TracePersons_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "AccessTraces",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ApprenticeshipId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ReaderId = table.Column<Guid>(type: "TEXT", nullable: false),
                    What = table.Column<int>(type: "INTEGER", nullable: false),
                    ThingId = table.Column<Guid>(type: "TEXT", nullable: true),
                    UseCase = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    SubjectId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Locked = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Commitment = table.Column<string>(type: "TEXT", nullable: false),
                    Mark = table.Column<string>(type: "TEXT", nullable: false),
                    SealNumber = table.Column<int>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AccessTraces", x => x.Id);
                    table.ForeignKey(
                        name: "FK_AccessTraces_TracePersons_ReaderId",
                        column: x => x.ReaderId,
                        principalTable: "TracePersons",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_AccessTraces_TracePersons_SubjectId",
                        column: x => x.SubjectId,
                        principalTable: "TracePersons",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_AccessTraces_ApprenticeshipId_At",
                table: "AccessTraces",
                columns: new[] { "ApprenticeshipId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_AccessTraces_At",
                table: "AccessTraces",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_AccessTraces_ReaderId",
                table: "AccessTraces",
                column: "ReaderId");

            migrationBuilder.CreateIndex(
                name: "IX_AccessTraces_SealNumber",
                table: "AccessTraces",
                column: "SealNumber",
                filter: "\"SealNumber\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_AccessTraces_SubjectId",
                table: "AccessTraces",
                column: "SubjectId");

            migrationBuilder.CreateIndex(
                name: "IX_AccessTraces_ThingId",
                table: "AccessTraces",
                column: "ThingId");

            migrationBuilder.CreateIndex(
                name: "IX_TracePersons_PersonId",
                table: "TracePersons",
                column: "PersonId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "AccessTraces");

            migrationBuilder.DropTable(
                name: "TracePersons");
        }
    }
}
