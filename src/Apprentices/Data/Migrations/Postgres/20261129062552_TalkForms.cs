using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Apprentices.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class TalkForms : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateIndex(
                name: "IX_Evaluations_FormEditionId",
                table: "Evaluations",
                column: "FormEditionId");

            migrationBuilder.AddForeignKey(
                name: "FK_Evaluations_EvaluationFormEditions_FormEditionId",
                table: "Evaluations",
                column: "FormEditionId",
                principalTable: "EvaluationFormEditions",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_Evaluations_EvaluationFormEditions_FormEditionId",
                table: "Evaluations");

            migrationBuilder.DropIndex(
                name: "IX_Evaluations_FormEditionId",
                table: "Evaluations");
        }
    }
}
