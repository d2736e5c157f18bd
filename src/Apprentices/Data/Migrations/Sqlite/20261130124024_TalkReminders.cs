using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Apprentices.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class TalkReminders : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateIndex(
                name: "IX_Evaluations_State_PlannedOn",
                table: "Evaluations",
                columns: new[] { "State", "PlannedOn" });

            // Whoever is to sign was told at once, by a mail of its own; the rule tells it now, and so does one that HR had set before.
            migrationBuilder.Sql(
                """
                UPDATE "ReminderSettings" SET "Steps" = '[-7,' || substr("Steps", 2), "Version" = "Version" + 1
                WHERE "Id" = 'Signature' AND json_array_length("Steps") BETWEEN 1 AND 9 AND json_extract("Steps", '$[0]') > -7
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Evaluations_State_PlannedOn",
                table: "Evaluations");
        }
    }
}
