using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Apprentices.Data.Migrations.Postgres
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
                UPDATE "ReminderSettings" SET "Steps" = array_prepend(-7, "Steps"), "Version" = "Version" + 1
                WHERE "Id" = 'Signature' AND cardinality("Steps") BETWEEN 1 AND 9 AND "Steps"[1] > -7
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
